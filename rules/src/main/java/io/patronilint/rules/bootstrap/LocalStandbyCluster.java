package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.YamlFix;
import java.util.List;

/**
 * Flags {@code standby_cluster} outside the dynamic configuration.
 *
 * <p>Source: {@code GlobalConfig.get_standby_cluster_config} asks the dynamic configuration only,
 * and {@code Config._build_effective_configuration} skips the name in the local one.
 */
public final class LocalStandbyCluster implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/local-standby-cluster",
          Severity.ERROR,
          "standby_cluster does not stand in the dynamic configuration",
          Safety.UNSAFE);

  private static final List<String> TARGET = List.of("bootstrap", "dcs", "standby_cluster");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (node.target().patroniBefore(1, 5) || dynamic.at("standby_cluster").isPresent()) {
      return;
    }
    for (String[] place :
        List.of(
            new String[] {"standby_cluster"},
            new String[] {"postgresql", "standby_cluster"},
            new String[] {"bootstrap", "standby_cluster"},
            new String[] {"bootstrap", "dcs", "postgresql", "standby_cluster"})) {
      node.local()
          .at(place)
          .filter(s -> s.isMapping() && s.truthy())
          .ifPresent(s -> report(node, s, findings));
    }
  }

  private static void report(Node node, ConfigNode section, Findings findings) {
    Finding.Builder finding = Finding.at(section.keyLocation()).path(section.path());
    if (node.local().at(TARGET.toArray(String[]::new)).isEmpty()) {
      YamlFix.of(
              YamlEditor.move(section.file(), section.keys(), TARGET),
              "move-to-bootstrap-dcs",
              "Move standby_cluster to bootstrap.dcs",
              Safety.UNSAFE)
          .map(LocalStandbyCluster::withCondition)
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "Patroni does not read "
            + section.path()
            + ". Only the dynamic configuration makes a standby cluster; without it Patroni"
            + " creates an independent primary here.");
  }

  private static Fix withCondition(Fix fix) {
    return new Fix(
        fix.name(),
        fix.title(),
        fix.safety(),
        fix.edits(),
        fix.commands(),
        List.of(
            "It counts when the cluster is created; to set it in a living cluster with patronictl"
                + " edit-config turns its primary into a standby."));
  }
}
