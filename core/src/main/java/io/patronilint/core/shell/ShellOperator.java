package io.patronilint.core.shell;

import io.patronilint.core.text.Span;

/**
 * Something in a command line that only a shell understands, outside quotes that would hide it.
 *
 * @param kind what it is
 * @param text as written
 * @param span its place in the command line
 */
public record ShellOperator(Kind kind, String text, Span span) {

  /** What an operator does. */
  public enum Kind {
    /** {@code &&}: the next command runs if this one succeeds. */
    AND,
    /** {@code ||}: the next command runs if this one fails. */
    OR,
    /** {@code |}: the next command reads what this one writes. */
    PIPE,
    /** {@code ;}, {@code &} or a line feed: the next command runs in any case. */
    SEQUENCE,
    /** {@code (} or {@code )}. */
    GROUP,
    /** {@code <}, {@code >} and their relatives. */
    REDIRECTION,
    /** {@code $(…)} or backticks. */
    SUBSTITUTION,
    /** {@code $NAME} or <code>${…}</code>. */
    VARIABLE,
    /** {@code *}, {@code ?} or {@code [}. */
    GLOB
  }
}
