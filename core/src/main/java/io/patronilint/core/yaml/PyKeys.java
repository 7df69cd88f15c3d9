package io.patronilint.core.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Compares keys as Python compares the keys of a dict. */
public final class PyKeys {

  private static final Object NULL = new Object();

  private PyKeys() {}

  /**
   * Returns an object that is equal for two keys exactly if Python takes them for the same key: 1,
   * 0x1, 1.0 and True are one key. For a string it is the string itself.
   */
  public static Object of(ScalarValue value) {
    return switch (value.type()) {
      case STR -> value.text();
      case NULL -> NULL;
      case BOOL -> value.truthy() ? BigInteger.ONE : BigInteger.ZERO;
      case INT -> ((ScalarValue.Int) value).value();
      case FLOAT -> number(((ScalarValue.Real) value).value());
      case TIMESTAMP -> timestamp(value.text());
      case BINARY -> new Bytes(value.text());
    };
  }

  private static Object number(double value) {
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      return value;
    }
    return new BigDecimal(value).toBigIntegerExact();
  }

  private static Object timestamp(String text) {
    try {
      return PyTimestamps.key(text);
    } catch (PyValueException e) {
      return new Bytes(text);
    }
  }

  private record Bytes(String repr) {}
}
