package io.patronilint.rules.recovery;

import io.patronilint.core.backup.BackupLabel;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a backup_label that PostgreSQL refuses.
 *
 * <p>Source: {@code read_backup_label} of PostgreSQL.
 */
public final class BrokenBackupLabel implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/broken-backup-label",
          Severity.ERROR,
          "PostgreSQL refuses the backup_label of a restored backup");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.BACKUP_LABEL || !file.problems().isEmpty()) {
      return;
    }
    BackupLabel.Problem problem = BackupLabel.read(file.text()).problem();
    if (problem != null) {
      findings.add(Finding.at(new Location(file, problem.span())), problem.message());
    }
  }
}
