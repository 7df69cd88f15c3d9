package io.patronilint.rules.support;

import org.jspecify.annotations.Nullable;

/** Programs that restore the files of a physical backup. */
public enum RestoreTool {
  /** pgBackRest: writes recovery settings and a signal file, copies no WAL. */
  PGBACKREST("pgbackrest", "restore", true, "archive-get %f \"%p\""),
  /** WAL-G: writes no recovery settings and no signal file. */
  WAL_G("wal-g", "backup-fetch", false, "wal-fetch \"%f\" \"%p\""),
  /** WAL-E, like WAL-G. */
  WAL_E("wal-e", "backup-fetch", false, "wal-fetch \"%f\" \"%p\""),
  /** Patroni's own wrapper around WAL-E. */
  PATRONI_WALE("patroni_wale_restore", null, false, null),
  /** Barman: copies the WAL it needs itself unless a target or get-wal is asked for. */
  BARMAN("barman", "recover", true, null),
  /** Barman's restore from an object store: copies no WAL. */
  BARMAN_CLOUD("barman-cloud-restore", null, false, null);

  private final String program;
  private final @Nullable String verb;
  private final boolean writesRecoverySettings;
  private final @Nullable String fetch;

  RestoreTool(
      String program,
      @Nullable String verb,
      boolean writesRecoverySettings,
      @Nullable String fetch) {
    this.program = program;
    this.verb = verb;
    this.writesRecoverySettings = writesRecoverySettings;
    this.fetch = fetch;
  }

  /** Returns the program's name. */
  public String program() {
    return program;
  }

  /** Returns the argument that makes the program restore; null if it does nothing else. */
  @Nullable String verb() {
    return verb;
  }

  /** Tells whether the tool leaves recovery settings behind for PostgreSQL. */
  public boolean writesRecoverySettings() {
    return writesRecoverySettings;
  }

  /** Returns the arguments with which the program fetches one WAL file, or null. */
  @Nullable String fetch() {
    return fetch;
  }
}
