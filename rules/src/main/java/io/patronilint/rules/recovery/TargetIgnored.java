package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
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
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Flags recovery targets in {@code postgresql.recovery_conf} or {@code postgresql.parameters}.
 *
 * <p>{@code ConfigHandler.build_recovery_params} of Patroni leaves out everything that starts with
 * {@code recovery_target}, sets the targets to nothing and the timeline to {@code latest}: a target
 * would stop every standby. Only {@code recovery_conf} of a custom bootstrap method may have one.
 */
public final class TargetIgnored implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/target-ignored",
          Severity.ERROR,
          "Patroni ignores a recovery target in postgresql.recovery_conf",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.target().patroniBefore(1, 6, 1)) {
      return;
    }
    check(node, node.local().at("postgresql"), findings);
    check(node, node.local().at("bootstrap", "dcs", "postgresql"), findings);
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() == DynamicConfig.Source.GIVEN) {
      check(node, dynamic.at("postgresql"), findings);
    }
  }

  private static void check(Node node, Optional<ConfigNode> postgresql, Findings findings) {
    for (String section : List.of("recovery_conf", "parameters")) {
      Optional<ConfigNode> mapping =
          postgresql.flatMap(p -> p.child(section)).filter(ConfigNode::isMapping);
      if (mapping.isPresent()) {
        check(node, mapping.get(), findings);
      }
    }
  }

  private static void check(Node node, ConfigNode section, Findings findings) {
    List<ConfigNode> ignored =
        section.children().stream().filter(TargetIgnored::isWrittenInVain).toList();
    Optional<ConfigNode> target = ignored.stream().filter(TargetIgnored::isTarget).findFirst();
    for (ConfigNode setting : ignored) {
      boolean ofTarget = isTarget(setting);
      if (!ofTarget && target.isPresent()) {
        continue;
      }
      Finding.Builder finding =
          Finding.at(setting.keyLocation())
              .path(setting.path())
              .severity(ofTarget ? Severity.ERROR : Severity.INFO);
      Optional<Fix> removal = removal(node, section, ofTarget ? ignored : List.of(setting));
      if (ofTarget) {
        finding.fix(bootstrap(node, section, ignored, removal));
      }
      removal.ifPresent(finding::fix);
      findings.add(finding, message(setting, ofTarget));
    }
  }

  private static String message(ConfigNode setting, boolean target) {
    return target
        ? "Patroni never writes "
            + setting.path()
            + " to PostgreSQL: recovery does not stop at "
            + setting.text().orElse("it")
            + ", it goes on to the end of the archive."
        : "Patroni never writes "
            + setting.path()
            + " to PostgreSQL: followers recover to the end of the latest timeline.";
  }

  /** Those that agree with what Patroni writes anyway are left in peace. */
  private static boolean isWrittenInVain(ConfigNode setting) {
    String name = setting.key().toLowerCase(Locale.ROOT);
    String value = setting.text().orElse("");
    return name.startsWith("recovery_target")
        && RecoveryParameters.contains(name)
        && !value.isBlank()
        && !Templates.unrendered(value)
        && !(name.equals("recovery_target_timeline") && value.equals("latest"));
  }

  private static boolean isTarget(ConfigNode setting) {
    return RecoveryParameters.targets().contains(setting.key().toLowerCase(Locale.ROOT));
  }

  /** Gives the target to a custom bootstrap, the only one that Patroni writes a target for. */
  private static Fix bootstrap(
      Node node, ConfigNode section, List<ConfigNode> settings, Optional<Fix> removal) {
    Map<String, String> target = new LinkedHashMap<>();
    for (ConfigNode setting : settings) {
      target.put(setting.key().toLowerCase(Locale.ROOT), setting.text().orElse(""));
    }
    String command =
        section
            .child("restore_command")
            .flatMap(ConfigNode::text)
            .or(() -> RecoverySettings.of(node).restoreCommand(node).map(c -> c.value()))
            .orElse("");
    List<FileEdit> edits = removal.map(Fix::edits).orElse(List.of());
    return CustomBootstrapRemedy.forTarget(node, target, command, edits);
  }

  /** Removes them all at once, so that no action is left without its target. */
  private static Optional<Fix> removal(Node node, ConfigNode section, List<ConfigNode> settings) {
    List<FileEdit> edits = new ArrayList<>();
    for (ConfigNode each : settings) {
      EditResult result = YamlEditor.remove(each.file(), each.keys());
      if (!result.possible()) {
        return Optional.empty();
      }
      edits.addAll(result.edits());
    }
    String names = settings.size() == 1 ? settings.get(0).key() : "the recovery target";
    return Optional.of(
        new Fix(
            "remove-target",
            "Remove " + names + " from " + section.path(),
            Safety.UNSAFE,
            edits,
            Patronictl.remove(node, settings).map(List::of).orElse(List.of()),
            List.of("Recovery then ends at the end of the archive, as it does now.")));
  }
}
