package io.patronilint.rules.recovery;

import io.patronilint.core.finding.FileEdit;
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
import java.util.List;

/**
 * Flags a recovery.signal in the data directory of a primary.
 *
 * <p>PostgreSQL removes the signal file that it acted on ({@code readRecoverySignalFile}), so one
 * that is there while pg_control says "in production" was never acted on and waits for the next
 * start. A backup has a backup_label until PostgreSQL has started on it, and is not meant here.
 */
public final class SignalOnPrimary implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/signal-on-primary",
          Severity.ERROR,
          "recovery.signal lies in the data directory of a primary",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DataDirectory data = node.dataDirectory();
    if (data == null
        || node.target().postgresqlBefore(12)
        || data.has("standby.signal")
        || data.freshlyRestored()
        || !node.controlData().flatMap(ControlData::state).orElse("").equals("in production")) {
      return;
    }
    data.file("recovery.signal").ifPresent(signal -> report(node, signal, findings));
  }

  private static void report(Node node, SourceFile signal, Findings findings) {
    Finding.Builder finding = Finding.at(Location.of(signal));
    node.controlData()
        .ifPresent(
            control ->
                finding.related(
                    control.statePlace(), "this data directory is a primary's: in production"));
    finding.fix(
        Fix.of(
            "remove-recovery-signal",
            "Remove recovery.signal",
            Safety.UNSAFE,
            List.of(new FileEdit.Delete(signal))));
    findings.add(
        finding,
        "This primary goes through archive recovery at its next start, because recovery.signal is"
            + " still there: it ends on another timeline, or fails with \"must specify"
            + " restore_command when standby mode is not enabled\".");
  }
}
