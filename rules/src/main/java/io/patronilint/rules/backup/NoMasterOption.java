package io.patronilint.rules.backup;

import io.patronilint.core.Version;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;

/**
 * Flags {@code no_master} in a replica method, which Patroni 4.0 and later do not know any more.
 *
 * <p>{@code no_leader} is read since 3.0 ({@code
 * Postgresql.replica_method_can_work_without_replication_connection}); 3.x reads both names.
 */
public final class NoMasterOption implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/no-master-option",
          Severity.WARNING,
          "no_master of a replica method is no_leader since Patroni 4.0",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    Version patroni = node.target().patroni();
    if (node.target().patroniBefore(4)) {
      return;
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode option = method.option("no_master").filter(ConfigNode::truthy).orElse(null);
      if (option != null && method.option("no_leader").isEmpty()) {
        report(node, option, patroni != null, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode option, boolean certain, Findings findings) {
    Finding.Builder finding =
        Finding.at(option.keyLocation())
            .path(option.path())
            .severity(certain ? Severity.ERROR : Severity.WARNING);
    YamlFix.of(
            YamlEditor.rename(option.file(), option.keys(), "no_leader"),
            "rename",
            "Rename no_master to no_leader",
            Safety.SAFE,
            Patronictl.rename(node, option, "no_leader"))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni 4.0 and later do not know no_master: the method does not run while there is no"
            + " leader, and its command gets --no_master="
            + option.text().orElse("")
            + " as an argument.");
  }
}
