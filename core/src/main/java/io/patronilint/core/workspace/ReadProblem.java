package io.patronilint.core.workspace;

import io.patronilint.core.text.Span;

/**
 * Why a file could not be read.
 *
 * @param kind what sort of problem it is
 * @param message one sentence for people
 * @param span where in the text, as far as it could be decoded; empty at 0 for the file as a whole
 */
public record ReadProblem(Kind kind, String message, Span span) {

  /** Sorts of problems. */
  public enum Kind {
    /** There is no file, or its bytes cannot be had: missing, a directory, forbidden, too large. */
    UNREADABLE,
    /** The bytes are no text: not UTF-8, or binary. */
    NOT_TEXT,
    /** A binary file of PostgreSQL that PostgreSQL itself would refuse. */
    DAMAGED
  }
}
