package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags {@code postgresql.create_replica_methods} in a standby cluster, which uses {@code
 * standby_cluster.create_replica_methods} only.
 *
 * <p>{@code Ha.clone} makes a remote member of whatever it copies from, and {@code
 * Bootstrap.create_replica} takes a remote member's methods from {@code standby_cluster}, by
 * default basebackup, since 1.6.0; before, those of {@code postgresql} come next.
 */
public final class ReplicaMethodsIgnored implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/replica-methods-ignored",
          Severity.WARNING,
          "A standby cluster does not use postgresql.create_replica_methods",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode standby = StandbyClusters.of(node).orElse(null);
    if (standby == null
        || node.target().patroniBefore(1, 6)
        || standby.child("create_replica_methods").isPresent()) {
      return;
    }
    Optional<ConfigNode> list =
        node.local()
            .at("postgresql", "create_replica_methods")
            .or(() -> DynamicConfig.of(node).at("postgresql", "create_replica_methods"));
    List<String> names =
        list.filter(ConfigNode::isSequence).map(ConfigNode::children).orElse(List.of()).stream()
            .map(item -> item.text().orElse(""))
            .toList();
    boolean matters = names.stream().anyMatch(name -> !name.equals("basebackup"));
    if (list.isPresent() && matters && names.stream().noneMatch(Templates::unrendered)) {
      report(node, standby, list.get(), names, findings);
    }
  }

  private static void report(
      Node node, ConfigNode standby, ConfigNode list, List<String> names, Findings findings) {
    List<Object> path = new ArrayList<>(standby.keys());
    path.add("create_replica_methods");
    Finding.Builder finding =
        Finding.at(list.keyLocation())
            .path(list.path())
            .related(standby.keyLocation(), "this makes it a standby cluster");
    YamlFix.of(
            YamlEditor.set(standby.file(), path, new ArrayList<Object>(names)),
            "standby-methods",
            "Set standby_cluster.create_replica_methods as well",
            Safety.UNSAFE,
            Patronictl.dynamicPath(standby)
                .map(p -> Patronictl.set(node, p + ".create_replica_methods", names)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "In a standby cluster Patroni does not use these methods, neither for the standby leader"
            + " nor for its replicas: standby_cluster has no create_replica_methods, so all are"
            + " copied with pg_basebackup.");
  }
}
