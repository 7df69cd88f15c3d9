package io.patronilint.rules.postgresql;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags permanent logical slots in a cluster whose {@code wal_level} is not {@code logical}.
 *
 * <p>Source: {@code SlotsHandler._ensure_logical_slots_primary} creates them on the primary, which
 * PostgreSQL refuses; {@code wal_level} is one of {@code ConfigHandler.CMDLINE_OPTIONS}, with the
 * default replica.
 */
public final class WalLevelTooLowForSlots implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/wal-level-too-low-for-slots",
          Severity.ERROR,
          "Logical slots are asked for and wal_level is not logical",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      List<ConfigNode> slots =
          root.child("slots").map(ConfigNode::children).orElse(List.of()).stream()
              .filter(WalLevelTooLowForSlots::isLogical)
              .toList();
      if (!slots.isEmpty() && !isCitus(node)) {
        check(node, root, slots.get(0), findings);
      }
    }
  }

  private static boolean isLogical(ConfigNode slot) {
    return slot.child("type").flatMap(ConfigNode::text).filter("logical"::equals).isPresent()
        && slot.child("database").isPresent()
        && slot.child("plugin").isPresent();
  }

  /** Patroni sets wal_level to logical for Citus. */
  private static boolean isCitus(Node node) {
    return EffectiveConfig.of(node).at("citus").filter(c -> c instanceof Mapping).isPresent();
  }

  private static void check(Node node, ConfigNode root, ConfigNode slot, Findings findings) {
    List<ConfigNode> levels =
        root
            .child("postgresql")
            .flatMap(p -> p.child("parameters"))
            .map(ConfigNode::children)
            .orElse(List.of())
            .stream()
            .filter(p -> p.key().equalsIgnoreCase("wal_level"))
            .toList();
    String level = levels.stream().findFirst().flatMap(ConfigNode::text).orElse("replica");
    if (level.toLowerCase(Locale.ROOT).equals("logical") || Templates.unrendered(level)) {
      return;
    }
    Finding.Builder finding = Finding.at(slot.keyLocation()).path(slot.path());
    levels.forEach(l -> finding.related(l.keyLocation(), "wal_level"));
    if (levels.stream().allMatch(l -> l.key().equals("wal_level"))) {
      new ConfigFixes(node)
          .set(
              "set-wal-level",
              "Set wal_level to logical, which needs a restart",
              Safety.UNSAFE,
              root,
              List.of("postgresql", "parameters", "wal_level"),
              "logical")
          .ifPresent(finding::fix);
    }
    findings.add(finding, message(slot, levels.stream().findFirst(), level));
  }

  private static String message(ConfigNode slot, Optional<ConfigNode> written, String level) {
    return "The slot "
        + slot.key()
        + " is logical and wal_level is "
        + level
        + (written.isPresent() ? "" : ", Patroni's default")
        + ": PostgreSQL refuses to create it, and Patroni tries again in every round of its loop.";
  }
}
