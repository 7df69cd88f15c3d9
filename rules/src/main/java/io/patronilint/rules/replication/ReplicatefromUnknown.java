package io.patronilint.rules.replication;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Optional;

/**
 * Flags {@code tags.replicatefrom} that names no other member.
 *
 * <p>Source: {@code Ha._get_node_to_follow} falls back to the leader where no member has exactly
 * this name.
 */
public final class ReplicatefromUnknown implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "replication/replicatefrom-unknown",
          Severity.ERROR,
          "A member is told to replicate from one that there is not");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    List<String> names =
        cluster.nodes().stream()
            .map(n -> n.local().at("name").flatMap(ConfigNode::text).orElse(""))
            .toList();
    boolean open = names.stream().anyMatch(n -> n.isEmpty() || Templates.unrendered(n));
    for (Node node : cluster.nodes()) {
      ConfigNode tag = node.local().at("tags", "replicatefrom").orElse(null);
      String from = tag == null ? "" : tag.text().orElse("");
      if (tag == null || from.isEmpty() || Templates.unrendered(from)) {
        continue;
      }
      String own = node.local().at("name").flatMap(ConfigNode::text).orElse("");
      Optional<String> other =
          names.stream().filter(n -> n.equalsIgnoreCase(from) && !n.equals(from)).findFirst();
      if (from.equals(own)) {
        add(tag, Severity.ERROR, "is told to replicate from itself", findings);
      } else if (!open && other.isPresent() && !names.contains(from)) {
        add(
            tag,
            Severity.ERROR,
            "replicates from the leader instead: there is no " + from + ", only " + other.get(),
            findings);
      } else if (!open && names.size() > 1 && !names.contains(from)) {
        add(
            tag,
            Severity.INFO,
            "replicates from the leader if there is no member " + from + ", which has no file here",
            findings);
      }
    }
  }

  private static void add(ConfigNode tag, Severity severity, String what, Findings findings) {
    findings.add(
        Finding.at(tag.location()).path(tag.path()).severity(severity),
        "This member " + what + ".");
  }
}
