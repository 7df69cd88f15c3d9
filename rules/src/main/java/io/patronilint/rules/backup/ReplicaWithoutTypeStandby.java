package io.patronilint.rules.backup;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoverySettings;
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
 * Flags replicas that pgBackRest makes without {@code --type=standby}.
 *
 * <p>{@code pgbackrest restore} then leaves recovery.signal, and {@code
 * ConfigHandler.write_recovery_conf} of Patroni adds standby.signal. PostgreSQL removes only the
 * latter when the replica is promoted, so the other one acts at a restart of the new primary.
 */
public final class ReplicaWithoutTypeStandby implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/replica-without-type-standby",
          Severity.INFO,
          "Replicas made by pgBackRest keep a recovery.signal that acts after a promotion",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.target().postgresqlBefore(12)) {
      return;
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode command = method.option("command").filter(ConfigNode::isString).orElse(null);
      RestoreCall call =
          command == null ? null : command.text().flatMap(RestoreCall::of).orElse(null);
      if (command != null
          && call != null
          && call.tool() == RestoreTool.PGBACKREST
          && call.option("type", node.pgbackrest()).isEmpty()
          && !call.call().hasOption("recovery-option")) {
        report(node, command, call, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode command, RestoreCall call, Findings findings) {
    boolean fetches = RecoverySettings.of(node).restoreCommand(node).isPresent();
    String text = command.text().orElse("");
    int end = call.verbEnd();
    Finding.Builder finding =
        Finding.at(command.keyLocation())
            .path(command.path())
            .severity(fetches ? Severity.INFO : Severity.WARNING);
    // With quotes and escapes the offsets in the value are not those in the file, so the whole
    // value is set.
    ConfigFixes.of(
            "type-standby",
            "Restore with --type=standby",
            Safety.UNSAFE,
            YamlEditor.set(
                command.file(),
                command.keys(),
                text.substring(0, end) + " --type=standby" + text.substring(end)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "pgbackrest restore leaves recovery.signal in the new replica, and Patroni does not remove"
            + " it. After a failover to this replica the next restart goes through archive"
            + " recovery: "
            + (fetches
                ? "it ends on a new timeline without need."
                : "without restore_command PostgreSQL does not start, and the leadership moves."));
  }
}
