package io.patronilint.core.conf;

import io.patronilint.core.text.Span;

/**
 * An assignment or an include directive.
 *
 * @param kind what it is
 * @param name the name as written
 * @param value the value after unquoting
 * @param nameSpan place of the name
 * @param valueSpan place of the value, quotes included
 * @param span from the name to behind the value
 * @param lineSpan the whole line, comment and line end included
 */
public record ConfEntry(
    Kind kind, String name, String value, Span nameSpan, Span valueSpan, Span span, Span lineSpan) {

  /** What an entry does. */
  public enum Kind {
    /** {@code name = value}. */
    ASSIGNMENT,
    /** {@code include 'file'}. */
    INCLUDE,
    /** {@code include_if_exists 'file'}. */
    INCLUDE_IF_EXISTS,
    /** {@code include_dir 'directory'}. */
    INCLUDE_DIR
  }
}
