package io.patronilint.rules.backup;

import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.RestoreTool;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a replica method that restores a backup on a node without any restore_command.
 *
 * <p>The replica has to stream everything since the backup ({@code
 * ConfigHandler.build_recovery_params} gives it nothing else), and the primary keeps WAL only from
 * the moment at which the replica's slot exists.
 */
public final class ReplicaMethodWithoutRestoreCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/replica-method-without-restore-command",
          Severity.WARNING,
          "Replicas are made from a backup, but have no restore_command",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    RecoverySettings settings = RecoverySettings.of(node);
    // Without a dynamic configuration of any kind, the restore_command may well be in there; an
    // included custom_conf may have it, too.
    if (settings.dynamic().root() == null
        || settings.restoreCommand(node).isPresent()
        || settings.get("restore_command").isPresent()
        || node.local().at("postgresql", "custom_conf").isPresent()) {
      return;
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode command = method.option("command").orElse(null);
      RestoreCall call =
          command == null ? null : command.text().flatMap(RestoreCall::of).orElse(null);
      // Barman copies the WAL that it has, which is usually enough to start streaming.
      if (command != null && call != null && call.tool() != RestoreTool.BARMAN) {
        report(node, settings, method, command, call, findings);
        return;
      }
    }
  }

  private static void report(
      Node node,
      RecoverySettings settings,
      ReplicaMethod method,
      ConfigNode command,
      RestoreCall call,
      Findings findings) {
    Finding.Builder finding =
        Finding.at(command.keyLocation())
            .path(command.path())
            .related(method.listed().valueLocation(), "the method is used here");
    call.restoreCommand().ifPresent(c -> fixes(node, settings, c).forEach(finding::fix));
    findings.add(
        finding,
        "Patroni makes replicas with "
            + call.tool().program()
            + ", but no restore_command is set. A new replica can get the WAL since the backup"
            + " only from the primary; once that has recycled it, the replica stops at \"requested"
            + " WAL segment has already been removed\" and never catches up.");
  }

  private static List<Fix> fixes(Node node, RecoverySettings settings, String command) {
    Fix dynamic =
        new Fix(
            "dynamic-config",
            "Set restore_command for all members in the dynamic configuration",
            Safety.DISPLAY,
            List.of(),
            List.of(Patronictl.set(node, "postgresql.recovery_conf.restore_command", command)),
            List.of("Before PostgreSQL 14 Patroni restarts every replica for it."));
    // A local recovery_conf would hide the dynamic one, and parameters hide either.
    Optional<ConfigNode> local = node.local().at("postgresql", "recovery_conf");
    boolean possible =
        settings.source() == RecoverySettings.Source.NONE
            || (settings.source() == RecoverySettings.Source.LOCAL
                && local.filter(ConfigNode::isMapping).isPresent());
    ConfigNode postgresql = node.local().at("postgresql").orElse(null);
    if (!possible || postgresql == null) {
      return settings.source() == RecoverySettings.Source.DYNAMIC ? List.of(dynamic) : List.of();
    }
    Optional<Fix> fix =
        new ConfigFixes(node)
            .set(
                "recovery-conf",
                "Set postgresql.recovery_conf.restore_command",
                Safety.UNSAFE,
                postgresql,
                List.of("recovery_conf", "restore_command"),
                command);
    boolean dynamicWorks = settings.source() == RecoverySettings.Source.NONE;
    return Stream.concat(fix.stream(), dynamicWorks ? Stream.of(dynamic) : Stream.empty()).toList();
  }
}
