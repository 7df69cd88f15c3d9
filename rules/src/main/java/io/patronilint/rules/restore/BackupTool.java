package io.patronilint.rules.restore;

import io.patronilint.rules.support.RestoreTool;

/** The backup tools that restores are planned with. */
public enum BackupTool {
  /** pgBackRest. */
  PGBACKREST("pgBackRest", RestoreTool.PGBACKREST),
  /** WAL-G. */
  WAL_G("WAL-G", RestoreTool.WAL_G),
  /** Barman. */
  BARMAN("Barman", RestoreTool.BARMAN);

  private final String label;
  private final RestoreTool program;

  BackupTool(String label, RestoreTool program) {
    this.label = label;
    this.program = program;
  }

  /** Returns the tool's name for people. */
  public String label() {
    return label;
  }

  RestoreTool program() {
    return program;
  }

  /** Returns the tool that {@code program} is; Barman for all that is not one of the others. */
  static BackupTool of(RestoreTool program) {
    return switch (program) {
      case PGBACKREST -> PGBACKREST;
      case WAL_G -> WAL_G;
      default -> BARMAN;
    };
  }
}
