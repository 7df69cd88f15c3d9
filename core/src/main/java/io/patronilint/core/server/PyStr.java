package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.py.PyValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python's {@code str()} and {@code repr()}, with which Patroni writes values to files. */
final class PyStr {

  private PyStr() {}

  /** Returns {@code str(value)}. */
  static String of(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.value().text() : repr(value);
  }

  /** Returns the value as Patroni's checks see it. */
  static PyValue value(Value value) {
    return new PyValue(kind(value), of(value));
  }

  /** Returns the string that {@code value} is, or null if it is none. */
  static @Nullable String string(Value value) {
    return isString(value) ? of(value) : null;
  }

  /** Tells whether {@code value} is a {@code str}. */
  static boolean isString(Value value) {
    return value instanceof Value.Scalar scalar && scalar.value() instanceof ScalarValue.Str;
  }

  /** Tells whether {@code value} is the string {@code text}. */
  static boolean is(Value value, String text) {
    return isString(value) && of(value).equals(text);
  }

  /** Returns Python's name of the value's class. */
  static String className(Value value) {
    if (value instanceof Mapping) {
      return "dict";
    }
    if (!(value instanceof Value.Scalar scalar)) {
      return "list";
    }
    return switch (scalar.value().type()) {
      case NULL -> "NoneType";
      case TIMESTAMP -> "datetime";
      case BINARY -> "bytes";
      default -> scalar.value().type().name().toLowerCase(Locale.ROOT);
    };
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

  private static PyValue.Kind kind(Value value) {
    if (!(value instanceof Value.Scalar scalar)) {
      return PyValue.Kind.OTHER;
    }
    return switch (scalar.value().type()) {
      case NULL -> PyValue.Kind.NONE;
      case BOOL -> PyValue.Kind.BOOL;
      case INT -> PyValue.Kind.INT;
      case FLOAT -> PyValue.Kind.FLOAT;
      case STR -> PyValue.Kind.STR;
      case TIMESTAMP, BINARY -> PyValue.Kind.OTHER;
    };
  }

  private static String repr(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(PyStr::entry)
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Value.Sequence list) {
      return list.items().stream().map(PyStr::repr).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Value.Scalar scalar ? repr(scalar.value()) : "";
  }

  private static String entry(Map.Entry<ScalarValue, Value> entry) {
    return repr(entry.getKey()) + ": " + repr(entry.getValue());
  }

  private static String repr(ScalarValue value) {
    return switch (value.type()) {
      case STR -> PyRepr.string(value.text());
      case TIMESTAMP -> PyRepr.timestamp(value.text());
      default -> value.text();
    };
  }
}
