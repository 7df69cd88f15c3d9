package io.patronilint.rules.recovery;

import io.patronilint.core.Target;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import java.util.List;

/**
 * Flags a recovery setting without a value among those that a follower runs with.
 *
 * <p>Source: {@code ConfigHandler.build_recovery_params} keeps the {@code None} and {@code
 * check_recovery_conf} compares {@code str(None)} with what PostgreSQL has; {@code
 * _write_recovery_params} leaves it out since 2.0.0, before it writes that text.
 */
public final class NullSetting implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/null-setting",
          Severity.ERROR,
          "A recovery setting has no value, and Patroni reloads replicas for ever",
          Safety.SAFE);

  /** What {@code check_recovery_conf} compares and no step before it fills in or leaves out. */
  private static final List<String> COMPARED =
      List.of(
          "archive_cleanup_command",
          "recovery_end_command",
          "recovery_min_apply_delay",
          "restore_command");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.target().patroniBefore(2)) {
      return;
    }
    RecoverySettings settings = RecoverySettings.of(node);
    for (String name : COMPARED) {
      settings
          .get(name)
          .filter(ConfigNode::isNull)
          .filter(setting -> !replaced(settings, name))
          .ifPresent(setting -> report(node, setting, findings));
    }
  }

  /** All members of a standby cluster get these two of the cluster they follow instead. */
  private static boolean replaced(RecoverySettings settings, String name) {
    boolean shared = name.equals("restore_command") || name.equals("archive_cleanup_command");
    return shared
        && settings.dynamic().at("standby_cluster", name).map(ConfigNode::truthy).orElse(false);
  }

  private static void report(Node node, ConfigNode setting, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    YamlFix.of(
            YamlEditor.remove(setting.file(), setting.keys()),
            "remove-setting",
            "Remove " + setting.key() + ", which has no value",
            Safety.SAFE,
            Patronictl.remove(node, List.of(setting)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        setting.key()
            + " has no value. Patroni compares the text \"None\" with what PostgreSQL has, never"
            + " finds them equal and "
            + consequence(node.target(), setting.key())
            + " in every round of its loop.");
  }

  private static String consequence(Target target, String name) {
    boolean restart = name.equals("restore_command");
    if (target.postgresqlBefore(12) || (restart && target.postgresqlBefore(14))) {
      return "restarts every replica";
    }
    boolean certain = target.postgresqlAtLeast(restart ? 14 : 12);
    return "reloads every replica"
        + (certain ? "" : " (restarts it before PostgreSQL " + (restart ? 14 : 12) + ")");
  }
}
