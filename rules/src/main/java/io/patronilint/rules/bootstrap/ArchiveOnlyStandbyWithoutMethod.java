package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags a standby cluster that is to come from an archive alone, but has no replica method that
 * works without a connection.
 *
 * <p>Without host and port there is nothing to connect to, and {@code Bootstrap.create_replica} of
 * Patroni then keeps only those methods of {@code standby_cluster.create_replica_methods} whose
 * section has {@code no_leader} ({@code no_master} before 3.0, either in 3.x).
 */
public final class ArchiveOnlyStandbyWithoutMethod implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/archive-only-standby-without-method",
          Severity.ERROR,
          "A standby cluster without host has no method that works without a leader",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    // A running cluster may have been turned into a standby cluster; it is bootstrapped already.
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() == DynamicConfig.Source.GIVEN) {
      return;
    }
    ConfigNode standby = node.local().at("bootstrap", "dcs", "standby_cluster").orElse(null);
    if (standby == null
        || isSet(standby, "host")
        || isSet(standby, "port")
        || !isSet(standby, "restore_command")) {
      return;
    }
    List<ConfigNode> items =
        standby.child("create_replica_methods").map(ConfigNode::children).orElse(List.of());
    List<ConfigNode> sections = new ArrayList<>();
    for (ConfigNode item : items) {
      String name = item.text().orElse("");
      Optional<ConfigNode> section =
          node.local().at("postgresql", name).or(() -> dynamic.at("postgresql", name));
      if (Templates.unrendered(name) || section.filter(s -> worksAlone(node, s)).isPresent()) {
        return;
      }
      section.filter(s -> s.isMapping() && !name.equals("basebackup")).ifPresent(sections::add);
    }
    report(node, standby, sections, findings);
  }

  private static boolean isSet(ConfigNode standby, String key) {
    return standby.child(key).filter(ConfigNode::truthy).isPresent();
  }

  private static boolean worksAlone(Node node, ConfigNode section) {
    boolean leader = section.child("no_leader").filter(ConfigNode::truthy).isPresent();
    boolean master = section.child("no_master").filter(ConfigNode::truthy).isPresent();
    boolean masterCounts = node.target().patroni() == null || node.target().patroniBefore(4);
    return (leader && !node.target().patroniBefore(3)) || (master && masterCounts);
  }

  private static void report(
      Node node, ConfigNode standby, List<ConfigNode> sections, Findings findings) {
    String option = node.target().patroniBefore(3) ? "no_master" : "no_leader";
    ConfigNode restore = standby.child("restore_command").orElse(standby);
    if (sections.isEmpty()) {
      ConfigNode at = standby.child("create_replica_methods").orElse(restore);
      findings.add(
          Finding.at(at.keyLocation()).path(at.path()),
          "This standby cluster has neither host nor port, and no method in"
              + " standby_cluster.create_replica_methods has a section under postgresql with "
              + option
              + ": true. Patroni has nothing to copy from and never creates the standby leader.");
      return;
    }
    ConfigNode section = sections.get(0);
    Finding.Builder finding =
        Finding.at(section.keyLocation())
            .path(section.path())
            .related(standby.keyLocation(), "this standby cluster has neither host nor port");
    new ConfigFixes(node)
        .set(
            "no-leader",
            "Let " + section.key() + " run without a leader",
            Safety.UNSAFE,
            section,
            option,
            true)
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "The standby cluster has neither host nor port, so Patroni runs "
            + section.key()
            + " only with "
            + option
            + ": true. Without it there is no method left, and the standby leader is never"
            + " created.");
  }
}
