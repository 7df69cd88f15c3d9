package io.patronilint.core.preview;

import java.util.Locale;

/** What a client finds in the database then. */
public enum Contents {
  /** All that was asked for: up to the recovery target, if one was asked for. */
  COMPLETE,
  /** More than asked for: WAL was replayed beyond the recovery target. */
  PAST_TARGET,
  /** Less than asked for. */
  TRUNCATED,
  /** A new database. */
  EMPTY,
  /** Nothing can be queried. */
  NONE,
  /** The files do not tell. */
  UNKNOWN;

  /** Returns the word that reports use, for instance {@code past-target}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
