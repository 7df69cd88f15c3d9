package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.RecoverySection;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.StandbyClusters;
import java.util.List;
import java.util.Optional;

/**
 * Tells that a bootstrap to a fixed point in time is configured while the DCS knows the cluster.
 *
 * <p>{@code Ha.bootstrap} runs a bootstrap only if the DCS has no initialize key and the data
 * directory is empty. Until then the method does nothing; when that comes, it does what it says.
 */
public final class LeftoverRecoveryTarget implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/leftover-recovery-target",
          Severity.INFO,
          "A bootstrap to a point in time is configured, but the cluster exists");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    boolean exists =
        node.dcs() == DcsState.KEPT
            || (node.dcs() == DcsState.UNKNOWN
                && DynamicConfig.of(node).source() == DynamicConfig.Source.GIVEN);
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    if (!exists || method == null) {
      return;
    }
    target(node, method)
        .ifPresent(
            at ->
                findings.add(
                    Finding.at(at).path(method.method().path()),
                    "The DCS knows the cluster, so this bootstrap does not run: Patroni waits for a"
                        + " leader, or starts the data directory that is there. Once the DCS has"
                        + " lost the cluster, a member with an empty data directory runs it, and"
                        + " everything after the target is gone."));
  }

  private static Optional<Location> target(Node node, BootstrapMethod method) {
    Optional<Location> set =
        method
            .recoveryConf()
            .map(conf -> RecoverySection.of(conf).targets())
            .filter(targets -> !targets.isEmpty())
            .map(targets -> targets.get(0).keyLocation());
    if (set.isPresent()) {
      return set;
    }
    ConfigNode section = method.section();
    Optional<ConfigNode> command = section == null ? Optional.empty() : section.child("command");
    boolean fixed =
        method
            .command()
            .flatMap(RestoreCall::of)
            .flatMap(c -> c.target(node.pgbackrest()))
            .filter(
                t ->
                    List.of(
                            "recovery_target_time",
                            "recovery_target_xid",
                            "recovery_target_lsn",
                            "recovery_target_name")
                        .contains(t))
            .isPresent();
    return fixed ? command.map(ConfigNode::valueLocation) : Optional.empty();
  }
}
