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
import java.util.Optional;

/**
 * Flags permanent slots that Patroni does not create.
 *
 * <p>Source: {@code Cluster._merge_permanent_slots} and {@code Cluster.is_logical_slot}: a name
 * that is no name of a slot, and a logical slot without database or plugin, are logged as errors.
 */
public final class InvalidSlot implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "replication/invalid-slot", Severity.ERROR, "Patroni does not create a permanent slot");

  private static final List<String> SECTIONS =
      List.of("permanent_replication_slots", "permanent_slots", "slots");

  private static final int LONGEST = 63;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      ConfigNode first = null;
      for (String name : SECTIONS) {
        ConfigNode slots = root.child(name).filter(ConfigNode::truthy).orElse(null);
        if (slots == null) {
          continue;
        }
        if (first != null) {
          findings.add(
              Finding.at(slots.keyLocation())
                  .path(slots.path())
                  .related(first.keyLocation(), "the section that counts"),
              "Patroni reads " + first.key() + " and nothing of " + slots.key() + " beside it.");
          continue;
        }
        first = slots;
        if (slots.isMapping()) {
          slots.children().forEach(slot -> check(slot, findings));
        }
      }
    }
  }

  private static void check(ConfigNode slot, Findings findings) {
    if (Templates.unrendered(slot.key())) {
      return;
    }
    problem(slot)
        .ifPresent(
            problem ->
                findings.add(
                    Finding.at(slot.keyLocation()).path(slot.path()),
                    "Patroni does not create the slot " + slot.key() + ": " + problem + "."));
  }

  private static Optional<String> problem(ConfigNode slot) {
    if (!isName(slot.key())) {
      return Optional.of(
          "names of slots have up to 63 small letters, digits and underscores and nothing else");
    }
    if (!slot.isMapping() && slot.truthy()) {
      return Optional.of("what belongs to it has to be a mapping");
    }
    String type = text(slot, "type");
    boolean logical = type.equals("logical");
    boolean database = slot.child("database").filter(ConfigNode::truthy).isPresent();
    boolean plugin = slot.child("plugin").filter(ConfigNode::truthy).isPresent();
    if (logical && !(database && plugin)) {
      return Optional.of("a logical slot needs " + (database ? "a plugin" : "a database"));
    }
    return type.equals("physical") && (database || plugin)
        ? Optional.of("a physical slot has neither database nor plugin")
        : Optional.empty();
  }

  private static String text(ConfigNode slot, String name) {
    return slot.child(name).flatMap(ConfigNode::text).orElse("");
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
  }
}
