package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.EditValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flags a local {@code postgresql.recovery_conf} that lacks settings of the dynamic one.
 *
 * <p>{@code Config._build_effective_configuration} of Patroni takes the local mapping in the place
 * of the dynamic one, whatever it holds; only {@code parameters} are merged key by key.
 */
public final class LocalRecoveryConfHidesDynamic implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/local-recovery-conf-hides-dynamic",
          Severity.WARNING,
          "The local recovery_conf replaces the dynamic one as a whole",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    RecoverySettings settings = RecoverySettings.of(node);
    ConfigNode local = node.local().at("postgresql", "recovery_conf").orElse(null);
    if (settings.source() != RecoverySettings.Source.LOCAL || local == null) {
      return;
    }
    List<ConfigNode> hidden = hidden(local, settings);
    if (hidden.isEmpty()) {
      return;
    }
    boolean lost = contains(hidden, "restore_command") && settings.restoreCommand(node).isEmpty();
    Finding.Builder finding =
        Finding.at(local.keyLocation())
            .path(local.path())
            .severity(lost ? Severity.ERROR : Severity.WARNING);
    hidden.forEach(n -> finding.related(n.keyLocation(), "this has no effect on this member"));
    fix(local, hidden).ifPresent(finding::fix);
    findings.add(
        finding,
        "postgresql.recovery_conf of this member replaces the one in the dynamic configuration as a"
            + " whole, so this member runs without its "
            + hidden.stream().map(ConfigNode::key).collect(Collectors.joining(", "))
            + (lost ? ": as a follower it cannot read the archive." : "."));
  }

  /** Returns what the dynamic configuration sets for followers and the local one doesn't have. */
  private static List<ConfigNode> hidden(ConfigNode local, RecoverySettings settings) {
    Set<String> here =
        local.isMapping()
            ? local.children().stream()
                .map(c -> c.key().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet())
            : Set.of();
    return settings.lost().stream()
        .filter(n -> n.truthy() && !RecoveryParameters.ignoredForFollowers(n.key()))
        .filter(n -> !here.contains(n.key().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static boolean contains(List<ConfigNode> settings, String name) {
    return settings.stream().anyMatch(n -> n.key().equalsIgnoreCase(name));
  }

  private static Optional<Fix> fix(ConfigNode local, List<ConfigNode> hidden) {
    if (!local.truthy()) {
      EditResult result = YamlEditor.remove(local.file(), local.keys());
      return result.possible()
          ? Optional.of(
              Fix.of(
                  "remove-empty",
                  "Remove the empty " + local.path(),
                  Safety.SAFE,
                  List.copyOf(result.edits())))
          : Optional.empty();
    }
    List<FileEdit> edits = new ArrayList<>();
    for (ConfigNode setting : hidden) {
      List<Object> path = new ArrayList<>(local.keys());
      path.add(setting.key());
      EditResult result = YamlEditor.set(local.file(), path, EditValue.of(setting));
      if (!result.possible() || !local.isMapping()) {
        return Optional.empty();
      }
      edits.addAll(result.edits());
    }
    return Optional.of(
        Fix.of(
            "repeat-locally",
            "Repeat the dynamic settings in " + local.path(),
            Safety.UNSAFE,
            edits));
  }
}
