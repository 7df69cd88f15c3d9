package io.patronilint.rules.restore;

import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.BarmanCall;
import io.patronilint.rules.support.BootstrapRecipe;
import io.patronilint.rules.support.RestoreTool;
import io.patronilint.rules.support.ShellQuoting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands of the backup tool of a site. */
final class ToolCommands {

  private final Site site;
  private final BackupProgram program;
  private final String data;

  private ToolCommands(Site site, BackupProgram program) {
    this.site = site;
    this.program = program;
    this.data = site.dataWord();
  }

  /** Returns the commands, or null if the tool is not recognised. */
  static @Nullable ToolCommands of(Site site) {
    BackupProgram program = site.program();
    return program == null ? null : new ToolCommands(site, program);
  }

  BackupProgram program() {
    return program;
  }

  /** Returns the tool's name for people. */
  String name() {
    return BackupTool.of(program.tool()).label();
  }

  boolean isPgBackRest() {
    return program.tool() == RestoreTool.PGBACKREST;
  }

  /** Lists the backups there are. */
  String list() {
    return switch (program.tool()) {
      case PGBACKREST -> program.prefix() + " info";
      case WAL_G -> program.prefix() + " backup-list";
      default -> BarmanCall.of(program, "list-backups " + repository());
    };
  }

  /**
   * Restores the files of a backup so that Patroni can start them as a standby, and leaves no
   * recovery.signal, which would act at a later restart.
   */
  String restoreAsStandby(@Nullable String backup) {
    String chosen = backup == null ? "" : ShellQuoting.word(backup);
    return switch (program.tool()) {
      case PGBACKREST ->
          program.prefix()
              + " --type=standby"
              + (backup == null ? "" : " --set=" + chosen)
              + " restore";
      case WAL_G ->
          program.prefix() + " backup-fetch " + data + " " + (backup == null ? "LATEST" : chosen);
      default ->
          BarmanCall.restore(
              site.node(),
              program,
              List.of("--standby-mode"),
              backup == null ? "latest" : chosen,
              data);
    };
  }

  /** Takes a full backup of the new primary. */
  String backup() {
    return switch (program.tool()) {
      case PGBACKREST -> program.prefix() + " --type=full backup";
      case WAL_G -> program.prefix() + " backup-push " + data;
      default -> BarmanCall.of(program, "backup --wait " + repository());
    };
  }

  /** Tells whether WAL reaches the archive. */
  String checkArchiving() {
    return switch (program.tool()) {
      case PGBACKREST -> program.prefix() + " check";
      case WAL_G -> program.prefix() + " wal-verify timeline";
      default -> BarmanCall.of(program, "check " + repository());
    };
  }

  private String repository() {
    return ShellQuoting.word(program.repository());
  }

  /** Tells whether a person has to choose the backup for a restore to a target. */
  static boolean unchosen(BootstrapRecipe recipe) {
    return String.valueOf(recipe.section().get("command")).contains(BootstrapRecipe.UNCHOSEN);
  }
}
