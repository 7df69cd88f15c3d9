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
import java.util.Optional;

/**
 * Says that synchronous replication rests while the cluster is a standby cluster.
 *
 * <p>Source: {@code GlobalConfig.is_synchronous_mode}, which is false for a standby cluster.
 */
public final class SynchronousStandbyCluster implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/synchronous-standby-cluster",
          Severity.INFO,
          "synchronous_mode has no effect in a standby cluster");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      Optional<ConfigNode> standby = root.child("standby_cluster").filter(StandbyClusters::follows);
      Optional<ConfigNode> mode =
          root.child("synchronous_mode").filter(m -> m.truthy() && !isOff(m));
      if (standby.isPresent() && mode.isPresent()) {
        report(mode.get(), standby.get(), findings);
      }
    }
  }

  private static boolean isOff(ConfigNode mode) {
    return mode.text().orElse("").equalsIgnoreCase("off")
        || mode.text().orElse("").equalsIgnoreCase("false");
  }

  private static void report(ConfigNode mode, ConfigNode standby, Findings findings) {
    findings.add(
        Finding.at(mode.location())
            .path(mode.path())
            .related(standby.keyLocation(), "a standby cluster"),
        "synchronous_mode has no effect while standby_cluster is set; it counts from the moment"
            + " the cluster is promoted.");
  }
}
