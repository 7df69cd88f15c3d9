package io.patronilint.rules.dynamic;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.StandbyClusters;

/**
 * Flags a {@code standby_cluster} that makes no standby cluster.
 *
 * <p>Source: {@code GlobalConfig.is_standby_cluster} (up to 3.0.2 {@code
 * Cluster.is_standby_cluster} and the like): one of host, port and restore_command must hold
 * something.
 */
public final class EmptyStandbyCluster implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/empty-standby-cluster",
          Severity.ERROR,
          "standby_cluster names neither host, port nor restore_command");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      root.child("standby_cluster")
          .filter(s -> s.isMapping() && s.truthy() && !StandbyClusters.follows(s))
          .ifPresent(s -> report(s, findings));
    }
  }

  private static void report(ConfigNode section, Findings findings) {
    findings.add(
        Finding.at(section.keyLocation()).path(section.path()),
        "standby_cluster has no host, port or restore_command, so Patroni does not take the"
            + " cluster for a standby cluster: it creates or promotes a primary of its own.");
  }
}
