package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.YamlFix;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags the section of a replica creation method inside {@code standby_cluster}.
 *
 * <p>Source: {@code Postgresql.replica_method_options} reads the section from {@code postgresql}
 * only; without one {@code Bootstrap.create_replica} runs the method's name as a program.
 */
public final class ReplicaMethodInsideStandbyCluster implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/replica-method-inside-standby-cluster",
          Severity.ERROR,
          "A replica creation method is defined inside standby_cluster",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      root.child("standby_cluster").ifPresent(s -> check(node, s, findings));
    }
  }

  private static void check(Node node, ConfigNode standby, Findings findings) {
    ConfigNode list = standby.child("create_replica_methods").orElse(null);
    if (list == null || !list.isSequence()) {
      return;
    }
    for (ConfigNode item : list.children()) {
      String name = item.text().orElse("");
      boolean defined = Sections.postgresql(node).stream().anyMatch(p -> p.child(name).isPresent());
      if (!defined && !name.equals("basebackup")) {
        standby
            .child(name)
            .filter(ConfigNode::isMapping)
            .ifPresent(section -> report(node, section, findings));
      }
    }
  }

  private static void report(Node node, ConfigNode section, Findings findings) {
    Finding.Builder finding = Finding.at(section.keyLocation()).path(section.path());
    List<Object> keys = section.keys();
    List<Object> to = new ArrayList<>(keys.subList(0, keys.size() - 2));
    to.add("postgresql");
    to.add(section.key());
    YamlFix.of(
            YamlEditor.move(section.file(), keys, to),
            "move-to-postgresql",
            "Move " + section.key() + " to the section postgresql",
            Safety.UNSAFE,
            Patronictl.moveToPostgresql(node, section))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni looks for the method "
            + section.key()
            + " under postgresql, not inside standby_cluster. Not finding it there, it runs \""
            + section.key()
            + "\" itself as a program, and no standby leader is created with this method.");
  }
}
