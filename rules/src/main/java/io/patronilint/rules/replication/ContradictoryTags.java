package io.patronilint.rules.replication;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.ValueTypes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Flags {@code nofailover} beside {@code failover_priority}, and {@code nosync} beside {@code
 * sync_priority}.
 *
 * <p>Source: {@code Tags._priority_tag}: the boolean wins where both are set; {@code
 * Config._validate_contradictory_tags} logs a warning when they disagree.
 */
public final class ContradictoryTags implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "replication/contradictory-tags",
          Severity.ERROR,
          "Two tags say whether a member may lead or be synchronous");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    check(node, "nofailover", "failover_priority", "may become the leader", findings);
    check(node, "nosync", "sync_priority", "may be a synchronous standby", findings);
  }

  private static void check(
      Node node, String flagName, String priorityName, String may, Findings findings) {
    ConfigNode flag = node.local().at("tags", flagName).orElse(null);
    ConfigNode priority = node.local().at("tags", priorityName).orElse(null);
    if (flag == null || priority == null || isOpen(flag) || isOpen(priority)) {
      return;
    }
    boolean known =
        KeyTables.keys()
            .find(List.of("tags", priorityName))
            .filter(k -> k.readBy(KeyTables.version(node)))
            .isPresent();
    if (!known) {
      return;
    }
    Optional<BigInteger> number = ValueTypes.integer(priority.text().orElse(""), "");
    boolean never = number.filter(n -> n.signum() <= 0).isPresent();
    boolean agree = flag.truthy() == never;
    findings.add(
        Finding.at(flag.location())
            .path(flag.path())
            .severity(agree ? Severity.INFO : Severity.ERROR)
            .related(priority.location(), "what does not count"),
        agree
            ? flagName
                + " and "
                + priorityName
                + " say the same; patroni --validate-config refuses the pair, so leave one out."
            : flagName
                + " wins over "
                + priorityName
                + " where both are set: this member "
                + may
                + (flag.truthy() ? " never" : "")
                + ", whatever the priority says.");
  }

  private static boolean isOpen(ConfigNode tag) {
    return tag.isNull() || !tag.isScalar() || Templates.unrendered(tag.text().orElse(""));
  }
}
