package io.patronilint.rules.recovery;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.RecoverySection;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.StandbyClusters;
import java.util.List;
import java.util.Optional;

/**
 * Flags a custom bootstrap with recovery targets of more than one kind.
 *
 * <p>PostgreSQL 12 and later refuse to start with more than one of {@code recovery_target}, {@code
 * _lsn}, {@code _name}, {@code _time} and {@code _xid}; an empty string counts as unset. Patroni
 * empties them for followers ({@code build_recovery_params}), but not for a custom bootstrap.
 */
public final class MultipleTargets implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/multiple-targets", Severity.ERROR, "More than one kind of recovery target");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    ConfigNode conf = method == null ? null : method.recoveryConf().orElse(null);
    if (method == null || conf == null) {
      return;
    }
    List<ConfigNode> targets = RecoverySection.of(conf).targets();
    if (targets.size() > 1) {
      several(node, targets, findings);
    } else if (targets.size() == 1
        && method.keepsRecoveryConf()
        && !node.target().postgresqlBefore(12)) {
      withTool(node, method, targets.get(0), findings);
    }
  }

  private static void several(Node node, List<ConfigNode> targets, Findings findings) {
    ConfigNode last = targets.get(targets.size() - 1);
    Finding.Builder finding = Finding.at(last.keyLocation()).path(last.path());
    for (ConfigNode other : targets.subList(0, targets.size() - 1)) {
      finding.related(other.keyLocation(), "a target as well");
    }
    List<String> names = targets.stream().map(ConfigNode::key).toList();
    String list = String.join(" and ", names);
    if (node.target().postgresqlBefore(12)) {
      findings.add(
          finding.severity(Severity.WARNING),
          "Only one recovery target can hold, but "
              + list
              + " are set. PostgreSQL before 12 takes"
              + " the one it reads last and says nothing about the others.");
    } else {
      findings.add(
          finding,
          "Only one recovery target can hold, but "
              + list
              + " are set. PostgreSQL stops with"
              + " \"multiple recovery targets specified\" and the bootstrap fails.");
    }
  }

  /** The settings that the tool wrote to postgresql.auto.conf are kept and add up. */
  private static void withTool(
      Node node, BootstrapMethod method, ConfigNode target, Findings findings) {
    Optional<String> written =
        method.command().flatMap(RestoreCall::of).flatMap(c -> c.target(node.pgbackrest()));
    ConfigNode command =
        method.section() == null ? null : method.section().child("command").orElse(null);
    if (written.isEmpty() || command == null || written.get().equalsIgnoreCase(target.key())) {
      return;
    }
    findings.add(
        Finding.at(target.keyLocation())
            .path(target.path())
            .related(command.valueLocation(), "the restore writes " + written.get()),
        target.key()
            + " comes on top of "
            + written.get()
            + ", which the restore writes to postgresql.auto.conf and which"
            + " keep_existing_recovery_conf keeps. PostgreSQL stops with \"multiple recovery"
            + " targets specified\" and the bootstrap fails.");
  }
}
