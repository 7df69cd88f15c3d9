package io.patronilint.schemas.keys;

/** What a value is; named after the function of Patroni that reads it. */
public enum ValueKind {
  /** A boolean. Patroni only asks whether the value is true, so that any string counts as true. */
  BOOL,
  /** A boolean, 0, 1 or one of on, off, true, false, yes, no ({@code parse_bool}). */
  BOOLWORD,
  /** An integer. */
  INT,
  /** An integer or a string of digits (Python's {@code int()}). */
  DIGITS,
  /** An integer, or a string with a number without a unit ({@code parse_int}). */
  NUMBER,
  /** A {@link #NUMBER}, or a string that ends in a unit of time ({@code parse_int}). */
  TIME,
  /** A {@link #NUMBER}, or a string that ends in a unit of size ({@code parse_int}). */
  SIZE,
  /** A number with or without a fraction. */
  REAL,
  /** A string. */
  STRING,
  /** A string, a number or a boolean; it ends as text. */
  SCALAR,
  /** Switches of a program: names and maps with one entry in a list, or a map. */
  OPTIONS,
  /** A list. */
  LIST,
  /** A map. */
  MAP,
  /** Null. */
  NULL,
  /** Anything. */
  ANY
}
