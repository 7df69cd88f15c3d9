package io.patronilint.schemas.keys;

/**
 * How Patroni reads the value of an environment variable.
 *
 * <p>Source: {@code Config._build_environment_configuration}.
 */
public enum Parsing {
  /** It stays a string. */
  STRING,
  /** {@code parse_int}; dropped if it is no number. */
  INT,
  /** {@code parse_real}; dropped if it is no number. */
  REAL,
  /** {@code parse_bool}; dropped if it is none of on, off, true, false, yes, no, 1 and 0. */
  BOOL,
  /** A YAML list, with or without brackets. */
  LIST,
  /** A YAML mapping, with or without braces. */
  MAP,
  /** A string if it has a field such as {@code %(message)s}, else a list. */
  FORMAT
}
