package io.patronilint.schemas.py;

/**
 * A value of a configuration as Python holds it, as far as Patroni's checks can tell values apart.
 *
 * @param kind the class of the value
 * @param text what {@code str(value)} gives, such as {@code True}, {@code None}, {@code 1e-05}
 */
public record PyValue(Kind kind, String text) {

  /** The classes that Patroni's checks tell apart. */
  public enum Kind {
    /** {@code None}. */
    NONE,
    /** {@code bool}. */
    BOOL,
    /** {@code int}. */
    INT,
    /** {@code float}. */
    FLOAT,
    /** {@code str}. */
    STR,
    /** Anything else: a list, a mapping, a date. */
    OTHER
  }

  /** Returns {@code None}. */
  public static PyValue none() {
    return new PyValue(Kind.NONE, "None");
  }

  /** Returns the string {@code text}. */
  public static PyValue str(String text) {
    return new PyValue(Kind.STR, text);
  }

  /** Returns the integer that is written as {@code digits}. */
  public static PyValue integer(String digits) {
    return new PyValue(Kind.INT, digits);
  }

  /** Returns {@code True} or {@code False}. */
  public static PyValue bool(boolean value) {
    return new PyValue(Kind.BOOL, value ? "True" : "False");
  }
}
