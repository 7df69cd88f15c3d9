package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ServerSetting;

/**
 * Flags {@code archive_command} beside {@code archive_library}.
 *
 * <p>PostgreSQL 15 uses the library and ignores the command without a word; since 16 the archiver
 * stops with an error ({@code LoadArchiveLibrary}). Older versions have no library.
 */
public final class ArchiveCommandAndLibrary implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-command-and-library",
          Severity.ERROR,
          "archive_command and archive_library exclude each other");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting library = ServerSetting.of(node, "archive_library").orElse(null);
    ServerSetting command = ServerSetting.of(node, "archive_command").orElse(null);
    if (library == null
        || command == null
        || library.isOpen()
        || command.isOpen()
        || node.target().postgresqlBefore(15)) {
      return;
    }
    boolean ignores = node.target().postgresqlAtLeast(15) && !node.target().postgresqlAtLeast(16);
    Finding.Builder finding =
        Finding.at(command.location())
            .path(command.path())
            .severity(ignores ? Severity.WARNING : Severity.ERROR)
            .related(library.location(), ignores ? "this one is used" : "set as well");
    findings.add(
        finding,
        ignores
            ? "PostgreSQL 15 archives with archive_library and never runs this archive_command."
                + " PostgreSQL 16 refuses to archive with both."
            : "archive_library is set as well. Since PostgreSQL 16 the archiver then stops with"
                + " \"both archive_command and archive_library set\": nothing is archived, and"
                + " pg_wal grows until the disk is full.");
  }
}
