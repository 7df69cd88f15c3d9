package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.ServerSetting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags an {@code archive_cleanup_command} that deletes from the archive that the cluster fills, or
 * from pg_wal.
 *
 * <p>Every member that follows runs it at each restartpoint with its own {@code %r} (PostgreSQL
 * documentation, archive_cleanup_command): fine for an archive that serves one standby only.
 */
public final class ArchiveCleanupInUse implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-cleanup-in-use",
          Severity.WARNING,
          "archive_cleanup_command deletes from the archive of the whole cluster");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ServerCommand command : ServerCommand.of(node, Set.of("archive_cleanup_command"))) {
      CommandCall call = CommandLine.ofShell(command.value()).call("pg_archivecleanup");
      if (call == null) {
        continue;
      }
      String folder =
          call.arguments().stream()
              .map(ShellWord::text)
              .filter(a -> !a.startsWith("-"))
              .findFirst()
              .map(ArchiveCleanupInUse::plain)
              .orElse("");
      if (folder.endsWith("/pg_wal") || folder.equals("pg_wal") || folder.endsWith("/pg_xlog")) {
        findings.add(
            Finding.at(command.location()).path(command.path()).severity(Severity.ERROR),
            "pg_archivecleanup deletes WAL from pg_wal that PostgreSQL itself still needs, for"
                + " replicas, slots and pg_rewind among others. It is for an archive only.");
      } else {
        shared(node, command, folder, findings);
      }
    }
  }

  private static void shared(Node node, ServerCommand command, String folder, Findings findings) {
    Optional<ServerSetting> archive =
        ServerSetting.of(node, "archive_command")
            .filter(a -> !folder.isEmpty() && copiesTo(a.value(), folder));
    archive.ifPresent(
        a ->
            findings.add(
                Finding.at(command.location())
                    .path(command.path())
                    .related(a.location(), "WAL is archived there"),
                "Each replica deletes from "
                    + folder
                    + " what it does not need itself, but the whole cluster archives there: other"
                    + " replicas, and every recovery from a backup, miss that WAL."));
  }

  private static boolean copiesTo(String archiveCommand, String folder) {
    List<CommandCall> calls = CommandLine.ofShell(archiveCommand).calls();
    return calls.stream()
        .filter(c -> c.name().equals("cp") || c.name().equals("rsync"))
        .flatMap(c -> c.arguments().stream())
        .map(ShellWord::text)
        .anyMatch(a -> a.endsWith("/%f") && plain(a.substring(0, a.length() - 2)).equals(folder));
  }

  private static String plain(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
