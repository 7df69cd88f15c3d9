package io.patronilint.core.server;

import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Python's {@code str()} and {@code repr()}, with which Patroni writes values to files. */
final class PyStr {

  private PyStr() {}

  /** Returns the string that {@code value} is, or null if it is none. */
  static @Nullable String string(Value value) {
    return isString(value) ? Python.str(value) : null;
  }

  /** Tells whether {@code value} is a {@code str}. */
  static boolean isString(Value value) {
    return value instanceof Value.Scalar scalar && scalar.value() instanceof ScalarValue.Str;
  }

  /** Tells whether {@code value} is the string {@code text}. */
  static boolean is(Value value, String text) {
    return isString(value) && Python.str(value).equals(text);
  }

  /** Orders strings as Python does, by code points. */
  static Comparator<String> order() {
    return (a, b) -> {
      int end = Math.min(a.length(), b.length());
      for (int i = 0; i < end; i++) {
        char x = a.charAt(i);
        char y = b.charAt(i);
        if (x != y) {
          boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
          return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
        }
      }
      return Integer.compare(a.length(), b.length());
    };
  }
}
