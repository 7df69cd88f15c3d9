package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import java.util.ArrayList;
import java.util.List;

/** Makes the remedies for a {@code restore_command} that Patroni strips, best first. */
final class RestoreCommandRemedies {

  private RestoreCommandRemedies() {}

  /**
   * Adds the remedies that apply.
   *
   * <p>With a recovery target in postgresql.auto.conf only the custom bootstrap is right: as a
   * follower the node would replay past the target.
   */
  static void add(
      Finding.Builder finding,
      Node node,
      AutoConf auto,
      RecoverySettings settings,
      String command) {
    boolean target = !auto.strippedTargets().isEmpty();
    boolean fresh = DataState.freshlyRestored(node);
    if (!target || !fresh) {
      finding.fix(recoveryConf(node, settings, command));
    }
    if (fresh) {
      CustomBootstrapRemedy.of(node, auto.strippedValues(), command).ifPresent(finding::fix);
    }
    boolean hidden = settings.source() == RecoverySettings.Source.LOCAL;
    if ((!target || !fresh) && !hidden && node.dcs() != DcsState.WIPED) {
      finding.fix(dynamicConfig(node, settings, command));
    }
  }

  /**
   * Adds the remedies that set a command which was worked out from other settings, so that a person
   * has to look at it.
   */
  static void derived(
      Finding.Builder finding,
      Node node,
      AutoConf auto,
      RecoverySettings settings,
      String command) {
    Fix fix = recoveryConf(node, settings, command);
    List<String> conditions = new ArrayList<>(fix.conditions());
    conditions.add(
        "Recovery goes to the end of the archive. To stop earlier, restore once more with a custom"
            + " bootstrap.");
    Safety safety = fix.safety() == Safety.SAFE ? Safety.UNSAFE : fix.safety();
    finding.fix(new Fix(fix.name(), fix.title(), safety, fix.edits(), fix.commands(), conditions));
    CustomBootstrapRemedy.of(node, auto.strippedValues(), command).ifPresent(finding::fix);
    if (settings.source() != RecoverySettings.Source.LOCAL && node.dcs() != DcsState.WIPED) {
      finding.fix(dynamicConfig(node, settings, command));
    }
  }

  /** Returns the remedy that sets a command which was worked out from other settings. */
  static Fix configured(Node node, RecoverySettings settings, String command) {
    Fix fix = recoveryConf(node, settings, command);
    Safety safety = fix.safety() == Safety.SAFE ? Safety.UNSAFE : fix.safety();
    return new Fix(fix.name(), fix.title(), safety, fix.edits(), fix.commands(), fix.conditions());
  }

  /** Recovery parameters under postgresql.parameters replace recovery_conf, so it joins them. */
  private static String section(RecoverySettings settings) {
    return settings.source() == RecoverySettings.Source.PARAMETERS ? "parameters" : "recovery_conf";
  }

  private static Fix recoveryConf(Node node, RecoverySettings settings, String command) {
    String section = section(settings);
    SourceFile file = node.local().at("postgresql").map(ConfigNode::file).orElse(node.mainFile());
    EditResult result =
        YamlEditor.set(file, List.of("postgresql", section, "restore_command"), command);
    List<String> conditions = new ArrayList<>();
    if (!result.possible()) {
      conditions.add("Edit the file by hand: " + result.refusal());
    }
    conditions.add("It works whether the DCS still knows the cluster or not.");
    conditions.add("Every member of the cluster needs the same setting.");
    if (!node.target().postgresqlAtLeast(14)) {
      conditions.add(
          "On PostgreSQL 12 and 13 Patroni restarts running replicas for it, one by itself each.");
    }
    return new Fix(
        "recovery-conf",
        "Set postgresql." + section + ".restore_command in " + file.path(),
        result.possible() ? Safety.SAFE : Safety.DISPLAY,
        List.copyOf(result.edits()),
        leftover(node, conditions),
        conditions);
  }

  /** A recovery.signal that stays behind standby.signal acts at a later restart. */
  private static List<String> leftover(Node node, List<String> conditions) {
    if (!DataState.freshlyRestored(node) || !DataState.has(node, "recovery.signal")) {
      return List.of();
    }
    conditions.add(
        "Remove recovery.signal before Patroni is started: since 3.3.10, 4.0.9 and 4.1.3 Patroni"
            + " leaves it, and the first restart of the new primary would recover once more.");
    return List.of("rm " + ShellQuoting.word(DataState.path(node) + "/recovery.signal"));
  }

  private static Fix dynamicConfig(Node node, RecoverySettings settings, String command) {
    String path = "postgresql." + section(settings) + ".restore_command";
    return new Fix(
        "dynamic-config",
        "Set " + path + " in the dynamic configuration",
        Safety.DISPLAY,
        List.of(),
        List.of(Patronictl.set(node, path, command)),
        List.of(
            "It works while the DCS still knows the cluster, and also while Patroni is stopped.",
            "A member whose own file has postgresql.recovery_conf does not see it."));
  }
}
