package io.patronilint.rules.replication;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Locale;

/**
 * Flags permanent slots beside {@code use_slots: false}, and entries of {@code ignore_slots} that
 * are for all slots.
 *
 * <p>Source: {@code Cluster._get_permanent_slots} is empty without {@code use_slots}; {@code
 * SlotsHandler.ignore_replication_slot} asks only for the four names that an entry has.
 */
public final class SlotsWithoutEffect implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "replication/slots-without-effect",
          Severity.ERROR,
          "Slots are switched off, or all of them are ignored");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      ConfigNode use = root.at("postgresql", "use_slots").orElse(null);
      ConfigNode slots = root.child("slots").filter(ConfigNode::truthy).orElse(null);
      boolean off = use != null && !use.isNull() && isFalse(use);
      if (use != null && slots != null && off) {
        findings.add(
            Finding.at(use.location())
                .path(use.path())
                .related(slots.keyLocation(), "slots that are not created"),
            "With use_slots off Patroni creates none of the slots, and whoever reads from them"
                + " loses WAL.");
      }
      root.child("ignore_slots")
          .filter(ConfigNode::isSequence)
          .ifPresent(list -> list.children().forEach(item -> ignored(item, findings)));
    }
  }

  private static boolean isFalse(ConfigNode use) {
    String text = use.text().orElse("");
    return !Templates.unrendered(text)
        && List.of("false", "off", "no", "0").contains(text.toLowerCase(Locale.ROOT));
  }

  private static void ignored(ConfigNode item, Findings findings) {
    boolean some =
        List.of("name", "type", "database", "plugin").stream()
            .anyMatch(k -> item.child(k).isPresent());
    if (item.isMapping() && !some) {
      findings.add(
          Finding.at(item.location()).path(item.path()),
          "This entry of ignore_slots is for every slot: Patroni drops none any more, and one that"
              + " nobody reads from fills the disk.");
    }
  }
}
