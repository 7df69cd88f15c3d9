package io.patronilint.rules.recovery;

import io.patronilint.core.Target;
import io.patronilint.core.backup.BackupLabel;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ShellQuoting;
import java.util.List;
import java.util.Set;

/**
 * Flags a copy by pg_basebackup that Patroni recovers in single-user mode before it lets it follow.
 *
 * <p>{@code Ha.recover} does so when pg_control says that the server was not shut down, as it does
 * in every copy of a running primary; {@code Rewind.ensure_clean_shutdown} removes the signal files
 * and runs {@code postgres --single}, which ends the recovery with WAL of its own. {@code
 * Postgresql.was_restored_from_backup} of 3.3.10, 4.0.9 and 4.1.3 prevents it from PostgreSQL 15
 * on.
 */
public final class CrashRecoveryOnBackup implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/crash-recovery-on-backup",
          Severity.WARNING,
          "Patroni recovers a copied data directory by itself, so that it cannot follow any more",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DataDirectory data = node.dataDirectory();
    if (data == null || !DataState.freshlyRestored(node) || !affected(node.target())) {
      return;
    }
    String state = node.controlData().flatMap(ControlData::state).orElse("");
    SourceFile file = data.file("backup_label").orElse(null);
    if (file == null
        || !Set.of("in production", "shutting down", "in crash recovery").contains(state)) {
      return;
    }
    BackupLabel label = BackupLabel.read(file.text());
    if (label.problem() == null && label.tool() == BackupLabel.Tool.PG_BASEBACKUP) {
      report(node, file, findings);
    }
  }

  /** Tells whether the versions are known to have no check for backup_label. */
  private static boolean affected(Target target) {
    boolean unfixed =
        target.patroniBefore(3, 3, 10)
            || (!target.patroniBefore(4) && target.patroniBefore(4, 0, 9))
            || (!target.patroniBefore(4, 1) && target.patroniBefore(4, 1, 3));
    return unfixed || target.postgresqlBefore(15);
  }

  private static void report(Node node, SourceFile label, Findings findings) {
    String path = ShellQuoting.word(DataState.path(node));
    Finding.Builder finding =
        Finding.at(Location.of(label))
            .fix(
                new Fix(
                    "start-once-by-hand",
                    "Let PostgreSQL finish the recovery as a standby before Patroni is started",
                    Safety.DISPLAY,
                    List.of(),
                    List.of("pg_ctl -D " + path + " -w start", "pg_ctl -D " + path + " stop"),
                    List.of(
                        "standby.signal and primary_conninfo have to be there for it.",
                        "A replica that Patroni copies itself does not have the problem.")));
    node.controlData()
        .ifPresent(c -> finding.related(c.statePlace(), "the copy of a running server"));
    findings.add(
        finding,
        "While the cluster has no leader, or with pg_rewind in use, these versions of Patroni take"
            + " this copy for a crashed server: they remove the signal files and recover it in"
            + " single-user mode. It then has WAL of its own and cannot follow the primary:"
            + " \"record with incorrect prev-link\".");
  }
}
