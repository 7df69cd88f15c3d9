package io.patronilint.rules.backup;

import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.ServerSetting;
import io.patronilint.rules.support.WalTool;
import java.util.Optional;
import java.util.Set;

/**
 * Flags an {@code archive_command} that succeeds without doing anything where WAL is to be restored
 * from an archive: PostgreSQL takes exit code 0 for "archived" and recycles the segment.
 */
public final class ArchiveCommandDiscardsWal implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-command-discards-wal",
          Severity.WARNING,
          "archive_command throws WAL away that is to be restored from an archive");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting command = ServerSetting.of(node, "archive_command").orElse(null);
    ServerSetting mode = ServerSetting.of(node, "archive_mode").orElse(null);
    if (command == null || mode == null || !mode.isOn() || !doesNothing(command.value())) {
      return;
    }
    Location use = archiveUse(node).orElse(null);
    if (use != null) {
      findings.add(
          Finding.at(command.location())
              .path(command.path())
              .related(use, "this reads the archive"),
          "archive_command \""
              + command.value().strip()
              + "\" tells PostgreSQL that each WAL segment is archived, and PostgreSQL recycles it."
              + " The archive that is restored from gets no WAL: there is no recovery past the last"
              + " backup, and a backup without its WAL cannot be restored at all.");
    }
  }

  private static boolean doesNothing(String command) {
    return Set.of("true", "/bin/true", "/usr/bin/true", ":", "cd .", "exit 0")
        .contains(command.strip());
  }

  /** Finds what restores from the archive that this cluster ought to fill. */
  private static Optional<Location> archiveUse(Node node) {
    Optional<Location> replica =
        ReplicaMethod.of(node).stream()
            .filter(m -> RestoreCall.of(m.command()).isPresent())
            .map(m -> m.listed().valueLocation())
            .findFirst();
    return replica.or(
        () ->
            ServerCommand.of(node, Set.of("restore_command")).stream()
                .filter(c -> c.path().contains("postgresql."))
                .filter(c -> fetches(c.value()))
                .map(ServerCommand::location)
                .findFirst());
  }

  private static boolean fetches(String command) {
    WalTool tool = WalTool.of(CommandLine.ofShell(command));
    return tool != null && tool.fetches();
  }
}
