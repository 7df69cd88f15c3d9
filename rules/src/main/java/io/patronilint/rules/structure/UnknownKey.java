package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Unknown;
import io.patronilint.schemas.guc.PatroniGucs;
import io.patronilint.schemas.guc.PatroniVersion;
import io.patronilint.schemas.keys.Place;
import io.patronilint.schemas.keys.RootKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags names that Patroni does not read where they stand.
 *
 * <p>Source: Patroni asks its configuration for the names that it knows, and {@code
 * patroni/validator.py} looks at the names of its schema only; neither ever says that there is one
 * more.
 */
public final class UnknownKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/unknown-key",
          Severity.ERROR,
          "Patroni has no setting of this name at this place",
          Safety.UNSAFE);

  private static final PatroniVersion NEWEST = new PatroniVersion(4, 1, 4);

  /** What stands in a wrong place here has rules of its own. */
  private static final Set<String> OTHERS =
      Set.of(
          "restore_command",
          "archive_cleanup_command",
          "primary_conninfo",
          "primary_slot_name",
          "standby_mode",
          "trigger_file",
          "promote_trigger_file",
          "standby_cluster",
          "recovery",
          "recovery.conf",
          "recovery_conf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Unknown unknown : KeyWalk.of(node).unknown()) {
      if (!isLeftToOthers(unknown)) {
        report(node, unknown, findings);
      }
    }
  }

  private static void report(Node node, Unknown unknown, Findings findings) {
    Optional<Meant> meant = Meant.by(unknown);
    boolean parameters = unknown.section().equals(List.of("postgresql", "parameters"));
    if (meant.isEmpty() && (parameters || isHolder(unknown))) {
      return;
    }
    ConfigNode setting = unknown.setting();
    Finding.Builder finding =
        Finding.at(setting.keyLocation())
            .path(setting.path())
            .severity(meant.isPresent() ? Severity.ERROR : Severity.WARNING);
    meant.flatMap(m -> MeantFix.of(node, unknown, m)).ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni has no setting "
            + setting.path()
            + ", so it has no effect"
            + meant.map(m -> "; " + m.words() + ".").orElse("."));
  }

  /** A section that is only there to hang an anchor on, or that says that it is none. */
  private static boolean isHolder(Unknown unknown) {
    String name = unknown.setting().key();
    boolean anchored = unknown.setting().yaml().resolved().anchor() != null;
    return unknown.path().size() == 1
        && (anchored || name.startsWith("x-") || name.startsWith(".") || name.startsWith("_"));
  }

  private static boolean isLeftToOthers(Unknown unknown) {
    List<String> path = unknown.path();
    String name = path.get(path.size() - 1);
    // Patroni copies the namespace of the root into the section of the DCS, if there is one.
    boolean ofDcs = RootKeys.dcsSections().contains(path.get(0)) && name.equals("namespace");
    if (ofDcs
        || OTHERS.contains(name)
        || name.startsWith("recovery_")
        || path.get(0).equals("standby_cluster")) {
      return true;
    }
    if (unknown.place() == Place.DYNAMIC && (isLocal(path) || name.equals("bootstrap"))) {
      return true;
    }
    boolean global = unknown.place() == Place.LOCAL && path.size() == 1 && isDynamic(path);
    return global || isParameter(unknown);
  }

  private static boolean isLocal(List<String> path) {
    return KeyTables.keys().find(Place.LOCAL, path).isPresent();
  }

  private static boolean isDynamic(List<String> path) {
    return KeyTables.keys().find(Place.DYNAMIC, path).isPresent();
  }

  /** Parameters of PostgreSQL have their own rules, in the right section or not. */
  private static boolean isParameter(Unknown unknown) {
    List<String> section = unknown.section();
    boolean postgresql = !section.isEmpty() && section.get(0).equals("postgresql");
    boolean root = section.isEmpty() && unknown.place() == Place.DYNAMIC;
    return (postgresql || root)
        && unknown.setting().isScalar()
        && PatroniGucs.load().isServer(unknown.setting().key(), NEWEST);
  }
}
