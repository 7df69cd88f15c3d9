package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.StandbyClusters;

/**
 * Tells that a standby cluster does not run the custom bootstrap method.
 *
 * <p>Source: {@code Ha.bootstrap} calls {@code bootstrap_standby_leader} instead of {@code
 * Bootstrap.bootstrap}.
 */
public final class MethodUnusedInStandbyCluster implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/method-unused-in-standby-cluster",
          Severity.INFO,
          "A standby cluster does not run bootstrap.method");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = BootstrapMethod.of(node).filter(BootstrapMethod::runs).orElse(null);
    ConfigNode standby =
        node.local()
            .at("bootstrap", "dcs", "standby_cluster")
            .filter(StandbyClusters::follows)
            .orElse(null);
    if (method == null
        || standby == null
        || node.target().patroniBefore(1, 5)
        || DynamicConfig.of(node).source() != DynamicConfig.Source.BOOTSTRAP) {
      return;
    }
    findings.add(
        Finding.at(method.method().valueLocation())
            .path(method.method().path())
            .related(standby.keyLocation(), "this makes it a standby cluster"),
        "The method "
            + method.name()
            + " does not run: with standby_cluster in bootstrap.dcs Patroni creates the standby"
            + " leader with the methods in standby_cluster.create_replica_methods, by default a"
            + " copy of the remote primary.");
  }
}
