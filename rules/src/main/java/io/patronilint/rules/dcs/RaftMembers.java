package io.patronilint.rules.dcs;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a Raft cluster that counts itself twice, or that has no majority without one of two.
 *
 * <p>Source: {@code KVStoreTTL} hands {@code self_addr} and {@code partner_addrs} to pysyncobj,
 * which counts votes over both.
 */
public final class RaftMembers implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dcs/raft-members",
          Severity.ERROR,
          "The members of the Raft cluster do not make a majority as meant");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    String self = node.local().at("raft", "self_addr").flatMap(ConfigNode::text).orElse("");
    ConfigNode partners =
        node.local().at("raft", "partner_addrs").filter(ConfigNode::isSequence).orElse(null);
    if (partners == null || self.isEmpty() || Templates.unrendered(self)) {
      return;
    }
    List<String> others = new ArrayList<>();
    for (ConfigNode partner : partners.children()) {
      String text = partner.text().orElse("");
      if (Templates.unrendered(text)) {
        return;
      }
      if (text.equals(self)) {
        findings.add(
            Finding.at(partner.location()).path(partner.path()),
            text
                + " is this member itself: partner_addrs has to name the others only, or the votes"
                + " are counted wrong.");
      } else {
        others.add(text);
      }
    }
    if (others.size() == 1) {
      findings.add(
          Finding.at(partners.keyLocation()).path(partners.path()).severity(Severity.WARNING),
          "A Raft cluster of two has no majority when one of them is away: no failover takes place."
              + " Add a third one, for instance with patroni_raft_controller.");
    }
  }
}
