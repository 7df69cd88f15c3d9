package io.patronilint.rules.dcs;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a configuration that names two DCS.
 *
 * <p>Source: {@code get_dcs} goes through the modules in the order of their names and takes the
 * first one that has a section and can be imported.
 */
public final class SeveralSections implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dcs/several-sections", Severity.WARNING, "The configuration has sections for two DCS");

  private static final List<String> SECTIONS =
      List.of("consul", "etcd", "etcd3", "exhibitor", "kubernetes", "raft", "zookeeper");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<ConfigNode> found = new ArrayList<>();
    for (String name : SECTIONS) {
      node.local().at(name).filter(ConfigNode::truthy).ifPresent(found::add);
    }
    for (ConfigNode section : found.subList(Math.min(1, found.size()), found.size())) {
      ConfigNode first = found.get(0);
      findings.add(
          Finding.at(section.keyLocation())
              .path(section.path())
              .related(first.keyLocation(), "the section that counts"),
          "Patroni uses one DCS: "
              + first.key()
              + ", as long as its Python module is there, and "
              + section.key()
              + " otherwise. A package that is installed or removed moves this member to another"
              + " cluster.");
    }
  }
}
