package io.patronilint.core.yaml;

/** The Python type that PyYAML's {@code SafeConstructor} makes of a scalar. */
public enum ScalarType {
  /** {@code None}. */
  NULL,
  /** {@code bool}. */
  BOOL,
  /** {@code int} of any size. */
  INT,
  /** {@code float}. */
  FLOAT,
  /** {@code datetime.date} or {@code datetime.datetime}. */
  TIMESTAMP,
  /** {@code bytes}. */
  BINARY,
  /** {@code str}. */
  STR
}
