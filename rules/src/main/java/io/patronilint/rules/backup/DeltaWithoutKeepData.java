package io.patronilint.rules.backup;

import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.RestoreTool;

/**
 * Tells that {@code --delta} is of no use without {@code keep_data}: {@code
 * Bootstrap.create_replica} of Patroni empties the data directory before it runs the command.
 */
public final class DeltaWithoutKeepData implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/delta-without-keep-data",
          Severity.INFO,
          "Patroni empties the data directory that --delta was to reuse",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode section = method.section();
      ConfigNode command = method.option("command").orElse(null);
      RestoreCall call =
          command == null ? null : command.text().flatMap(RestoreCall::of).orElse(null);
      if (section != null
          && command != null
          && call != null
          && call.tool() == RestoreTool.PGBACKREST
          && call.call().hasOption("delta")
          && method.option("keep_data").isEmpty()) {
        report(node, section, command, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode section, ConfigNode command, Findings findings) {
    Finding.Builder finding = Finding.at(command.valueLocation()).path(command.path());
    new ConfigFixes(node)
        .set("keep-data", "Set keep_data: true", Safety.UNSAFE, section, "keep_data", true)
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "Without keep_data: true Patroni empties the data directory before it runs this command, so"
            + " that --delta finds nothing to reuse and everything is copied.");
  }
}
