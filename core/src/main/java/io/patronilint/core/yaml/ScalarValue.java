package io.patronilint.core.yaml;

import java.math.BigInteger;

/**
 * The typed value of a scalar, as PyYAML constructs it.
 *
 * <p>{@link #text()} is what Python's {@code str()} gives for it, because that is what Patroni
 * writes into PostgreSQL's files and command lines.
 */
public sealed interface ScalarValue {

  /** Returns the Python type. */
  ScalarType type();

  /** Returns what {@code str(value)} gives in Python, for instance {@code True} or {@code None}. */
  String text();

  /** Tells whether Python takes the value for true in a condition. */
  boolean truthy();

  /**
   * Tells whether {@code other} is the same value. What {@code equals} of a record does is made at
   * run time, which costs a short run more than reading its files.
   */
  default boolean same(ScalarValue other) {
    return getClass() == other.getClass() && text().equals(other.text());
  }

  /** Tells whether this is the string {@code text}. */
  default boolean isString(String text) {
    return this instanceof Str && text().equals(text);
  }

  /** {@code None}. */
  record Null() implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.NULL;
    }

    @Override
    public String text() {
      return "None";
    }

    @Override
    public boolean truthy() {
      return false;
    }
  }

  /** A {@code bool}. */
  record Bool(boolean value) implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.BOOL;
    }

    @Override
    public String text() {
      return value ? "True" : "False";
    }

    @Override
    public boolean truthy() {
      return value;
    }
  }

  /** An {@code int}. */
  record Int(BigInteger value) implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.INT;
    }

    @Override
    public String text() {
      return value.toString();
    }

    @Override
    public boolean truthy() {
      return value.signum() != 0;
    }
  }

  /** A {@code float}; {@code text} is Python's {@code repr}. */
  record Real(double value, String text) implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.FLOAT;
    }

    @Override
    public boolean truthy() {
      return value != 0.0;
    }
  }

  /** A date or date and time; {@code text} is Python's {@code str()} of it. */
  record Timestamp(String text) implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.TIMESTAMP;
    }

    @Override
    public boolean truthy() {
      return true;
    }
  }

  /** A {@code bytes} value; {@code text} is Python's {@code repr}. */
  record Binary(String text, boolean truthy) implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.BINARY;
    }
  }

  /** A {@code str}. */
  record Str(String text) implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.STR;
    }

    @Override
    public boolean truthy() {
      return !text.isEmpty();
    }
  }

  /** The merge key {@code <<}, which PyYAML takes out of the mapping; it occurs as a key only. */
  record Merge() implements ScalarValue {
    @Override
    public ScalarType type() {
      return ScalarType.STR;
    }

    @Override
    public String text() {
      return "<<";
    }

    @Override
    public boolean truthy() {
      return true;
    }
  }
}
