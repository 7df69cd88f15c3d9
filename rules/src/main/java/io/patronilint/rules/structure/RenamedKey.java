package io.patronilint.rules.structure;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Releases;
import java.util.List;
import java.util.Optional;

/**
 * Flags keys that have another name in newer releases of Patroni, or are gone there.
 *
 * <p>Source: {@code GlobalConfig.primary_start_timeout} and its like; {@code
 * Bootstrap.post_bootstrap} for {@code bootstrap.users}.
 */
public final class RenamedKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/renamed-key",
          Severity.WARNING,
          "A key has another name in newer releases of Patroni, or is gone there",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<Integer> version = KeyTables.version(node);
    for (Known known : KeyWalk.of(node).known()) {
      PatroniKey key = known.key();
      boolean old = key.deprecatedIn(version) || gone(key, version);
      // backup/no-master-option and dcs/raft-deprecated say more about theirs.
      boolean others = key.name().equals("no_master") || key.path().get(0).equals("raft");
      boolean inherited = key.path().size() > 2 && key.path().get(1).equals("users");
      if (old && !others && !inherited && !known.setting().isNull()) {
        report(node, known, version, findings);
      }
    }
  }

  private static boolean gone(PatroniKey key, List<Integer> version) {
    Releases removed = key.life().removed();
    return removed != null && removed.holdsFor(version);
  }

  private static void report(Node node, Known known, List<Integer> version, Findings findings) {
    ConfigNode setting = known.setting();
    PatroniKey key = known.key();
    boolean gone = gone(key, version);
    boolean certain = gone && node.target().patroni() != null;
    Finding.Builder finding =
        Finding.at(setting.keyLocation())
            .path(setting.path())
            .severity(certain ? Severity.ERROR : gone ? Severity.WARNING : Severity.INFO);
    Optional<ConfigNode> both = sibling(setting, key);
    both.ifPresent(b -> finding.related(b.keyLocation(), "the new name"));
    if (both.isEmpty()) {
      rename(node, known).ifPresent(finding::fix);
    }
    findings.add(finding, message(setting, key, gone, both.isPresent()));
  }

  private static String message(ConfigNode setting, PatroniKey key, boolean gone, boolean both) {
    Releases since = gone ? key.life().removed() : key.life().deprecated();
    String from = since == null ? "" : since.oldest().orElse("");
    String use = key.replacement().map(r -> "; " + r + " takes its place").orElse("");
    if (gone) {
      return "Patroni does not read "
          + setting.path()
          + " from "
          + from
          + " on"
          + use
          + "."
          + (key.words().wrong().isEmpty() ? "" : " " + key.words().wrong());
    }
    return setting.path()
        + " is an old name from Patroni "
        + from
        + " on"
        + use
        + (both ? ", and wins, because both are set." : ".");
  }

  private static Optional<ConfigNode> sibling(ConfigNode setting, PatroniKey key) {
    String name = key.replacement().map(RenamedKey::lastName).orElse("");
    return setting.parent().flatMap(p -> p.child(name));
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static Optional<Fix> rename(Node node, Known known) {
    PatroniKey key = known.key();
    String path = key.replacement().orElse("");
    String name = lastName(path);
    String here = key.dotted().substring(0, key.dotted().length() - key.name().length());
    if (name.isEmpty() || !path.equals(here + name)) {
      return Optional.empty();
    }
    ConfigNode setting = known.setting();
    List<String> to = List.of(path.split("\\.", -1));
    Optional<PatroniKey> next = KeyTables.keys().find(to);
    if (next.filter(k -> k.types().equals(key.types())).isEmpty()) {
      return Optional.empty();
    }
    boolean readEverywhere =
        node.target().patroni() != null
            && next.filter(k -> k.readBy(KeyTables.version(node))).isPresent();
    return YamlFix.of(
        YamlEditor.rename(setting.file(), setting.keys(), name),
        "rename",
        "Rename " + setting.key() + " to " + name,
        readEverywhere ? Safety.SAFE : Safety.UNSAFE,
        Patronictl.rename(node, setting, name));
  }
}
