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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Flags two members whose names make one name of a replication slot.
 *
 * <p>Source: {@code slot_name_from_member_name} takes small letters, turns dashes and dots into
 * underscores and cuts at 63 characters.
 */
public final class SlotNameCollision implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "replication/slot-name-collision",
          Severity.ERROR,
          "Two members have names that make the same replication slot");

  private static final int LONGEST = 63;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Map<String, ConfigNode> first = new HashMap<>();
    for (Node node : cluster.nodes()) {
      ConfigNode name = node.local().at("name").orElse(null);
      String text = name == null ? "" : name.text().orElse("");
      if (name == null || text.isEmpty() || Templates.unrendered(text)) {
        continue;
      }
      String slot = slot(text);
      ConfigNode other = first.putIfAbsent(name.file().folder() + "\n" + slot, name);
      if (other != null && !other.text().orElse("").equals(text)) {
        findings.add(
            Finding.at(name.location())
                .path(name.path())
                .related(other.location(), "the other member"),
            "Patroni makes the replication slot "
                + slot
                + " for "
                + text
                + " and for "
                + other.text().orElse("")
                + ": only one of the two can stream.");
      }
    }
  }

  private static String slot(String member) {
    String slot = member.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    return slot.length() > LONGEST ? slot.substring(0, LONGEST) : slot;
  }
}
