package io.patronilint.core.preview;

import java.util.Locale;

/** What a node has become some time after Patroni was started on it. */
public enum Outcome {
  /** The REST endpoint {@code /primary} answers 200 and PostgreSQL is not in recovery. */
  PRIMARY,
  /** It runs, can be read, is in recovery and meant to stay so. */
  REPLICA,
  /** PostgreSQL was started and waits for WAL that it cannot get. */
  WAITS_FOR_WAL,
  /** Patroni waits for a leader to bootstrap from and starts nothing. */
  WAITS_FOR_LEADER,
  /** Recovery paused at its target, or Patroni is in maintenance mode and starts nothing. */
  PAUSED,
  /** The Patroni process ends. */
  EXITS,
  /** A primary, but of a database that was newly initialised instead of restored. */
  EMPTY_CLUSTER,
  /** Patroni stays and fails in every loop. */
  BROKEN_LOOP,
  /** The files do not tell. */
  UNKNOWN;

  /** Returns the word that reports use, for instance {@code waits-for-wal}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
