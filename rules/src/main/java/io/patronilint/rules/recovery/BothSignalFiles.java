package io.patronilint.rules.recovery;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;

/**
 * Flags a data directory with both signal files.
 *
 * <p>PostgreSQL takes standby.signal and removes only that one when it is promoted. {@code
 * ConfigHandler.write_recovery_conf} of Patroni creates standby.signal and leaves recovery.signal
 * where it is, so it acts at the first restart that Patroni does without following a leader.
 */
public final class BothSignalFiles implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/both-signal-files",
          Severity.ERROR,
          "recovery.signal beside standby.signal acts after the next promotion",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DataDirectory data = node.dataDirectory();
    if (data == null || node.target().postgresqlBefore(12)) {
      return;
    }
    SourceFile recovery = data.file("recovery.signal").orElse(null);
    SourceFile standby = data.file("standby.signal").orElse(null);
    if (recovery == null || standby == null) {
      return;
    }
    findings.add(
        Finding.at(Location.of(recovery))
            .related(Location.of(standby), "PostgreSQL heeds this one and removes only this one")
            .fix(
                Fix.of(
                    "remove-recovery-signal",
                    "Remove recovery.signal",
                    Safety.SAFE,
                    List.of(new FileEdit.Delete(recovery)))),
        "recovery.signal stays behind when this standby is promoted. The next restart of the new"
            + " primary then goes through archive recovery: it ends on another timeline, or fails"
            + " with \"must specify restore_command when standby mode is not enabled\".");
  }
}
