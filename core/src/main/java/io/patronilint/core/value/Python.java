package io.patronilint.core.value;

import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.py.PyInt;
import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyValue;
import java.math.BigInteger;
import java.util.Optional;

/** What Python's operators and functions do with values. */
public final class Python {

  private Python() {}

  /** Returns {@code str(value)}. */
  public static String str(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.value().text() : PyRepr.of(value);
  }

  /** Returns the name of the value's class, as messages have it. */
  public static String typeName(Value value) {
    if (value instanceof Mapping) {
      return "a mapping";
    }
    if (!(value instanceof Value.Scalar scalar)) {
      return "a list";
    }
    return switch (scalar.value().type()) {
      case NULL -> "empty";
      case BOOL -> "a boolean";
      case INT, FLOAT -> "a number";
      case TIMESTAMP -> "a date";
      case BINARY -> "binary data";
      case STR -> "a string";
    };
  }

  /** Returns the value as the tables of checks take it. */
  public static PyValue checked(Value value) {
    String text = str(value);
    if (!(value instanceof Value.Scalar scalar)) {
      return new PyValue(PyValue.Kind.OTHER, text);
    }
    PyValue.Kind kind =
        switch (scalar.value().type()) {
          case NULL -> PyValue.Kind.NONE;
          case BOOL -> PyValue.Kind.BOOL;
          case INT -> PyValue.Kind.INT;
          case FLOAT -> PyValue.Kind.FLOAT;
          case STR -> PyValue.Kind.STR;
          case TIMESTAMP, BINARY -> PyValue.Kind.OTHER;
        };
    return new PyValue(kind, text);
  }

  /**
   * Returns {@code int(value)}.
   *
   * @param name what the value is, for the message
   */
  public static BigInteger toInt(String name, Value value) {
    try {
      return PyInt.of(checked(value));
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), name + " is not a number", value.origin());
    }
  }

  /** Returns what Patroni's {@code parse_bool} makes of the value; empty for None. */
  public static Optional<Boolean> parseBool(Value value) {
    return PyParse.parseBool(str(value));
  }

  /**
   * Returns what Patroni's {@code parse_int} makes of the value; empty for None.
   *
   * @param unit the unit that the number is wanted in; empty for none
   */
  public static Optional<BigInteger> parseInt(Value value, String unit) {
    try {
      return PyParse.parseInt(str(value), unit);
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), "the number is too large", value.origin());
    }
  }

  /**
   * Returns {@code key in container}.
   *
   * @param name what the container is, for the message
   */
  public static boolean contains(String name, Value container, String key) {
    if (container instanceof Mapping mapping) {
      return mapping.has(key);
    }
    if (container instanceof Value.Sequence list) {
      return list.items().stream()
          .anyMatch(v -> v instanceof Value.Scalar s && s.value().equals(new ScalarValue.Str(key)));
    }
    if (container instanceof Value.Scalar scalar
        && scalar.value() instanceof ScalarValue.Str text) {
      return text.text().contains(key);
    }
    throw new PythonError("TypeError", notAMapping(name, container), container.origin());
  }

  /**
   * Returns {@code container[key]}.
   *
   * @param name what the container is, for the message
   */
  public static Value item(String name, Value container, String key) {
    if (!(container instanceof Mapping mapping)) {
      throw new PythonError("TypeError", notAMapping(name, container), container.origin());
    }
    Value value = mapping.get(key);
    if (value == null) {
      throw new PythonError("KeyError", name + " has no " + key, mapping.origin());
    }
    return value;
  }

  /**
   * Returns the value as a dict, whose methods Patroni is about to call.
   *
   * @param name what the value is, for the message
   */
  public static Mapping dict(String name, Value value) {
    if (value instanceof Mapping mapping) {
      return mapping;
    }
    throw new PythonError("AttributeError", notAMapping(name, value), value.origin());
  }

  /** Says that a value is no mapping. */
  public static String notAMapping(String name, Value value) {
    return name + " is " + typeName(value) + ", not a mapping";
  }
}
