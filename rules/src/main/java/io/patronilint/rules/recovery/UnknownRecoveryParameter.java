package io.patronilint.rules.recovery;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.EditDistance;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Locale;

/**
 * Flags a misspelt name in {@code recovery_conf}.
 *
 * <p>Source: {@code transform_recovery_parameter_value} drops names that neither Patroni's list of
 * recovery parameters nor PostgreSQL knows, with a warning, since 2.0.0; before, they were written
 * and PostgreSQL refused to start. Only names close to a recovery parameter are flagged: others may
 * be settings of PostgreSQL.
 */
public final class UnknownRecoveryParameter implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/unknown-recovery-parameter",
          Severity.WARNING,
          "A name in recovery_conf is misspelt, and Patroni drops it",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode section : Sections.postgresql(node)) {
      section
          .child("recovery_conf")
          .ifPresent(conf -> check(node, conf, Severity.WARNING, findings));
    }
    Sections.bootstrapRecoveryConf(node)
        .ifPresent(conf -> check(node, conf, Severity.ERROR, findings));
  }

  private static void check(Node node, ConfigNode conf, Severity severity, Findings findings) {
    if (!conf.isMapping()) {
      return;
    }
    for (ConfigNode setting : conf.children()) {
      String name = setting.key().toLowerCase(Locale.ROOT);
      List<String> near = near(name);
      if (!RecoveryParameters.contains(name) && !near.isEmpty()) {
        Severity chosen = near.contains("restore_command") ? Severity.ERROR : severity;
        report(node, conf, setting, near, chosen, findings);
      }
    }
  }

  private static List<String> near(String name) {
    String plain = name.replace('-', '_').replace(' ', '_').replace('.', '_');
    return RecoveryParameters.names().stream()
        .filter(known -> EditDistance.within(plain, known, 2))
        .sorted()
        .toList();
  }

  private static void report(
      Node node,
      ConfigNode conf,
      ConfigNode setting,
      List<String> near,
      Severity severity,
      Findings findings) {
    Finding.Builder finding =
        Finding.at(setting.keyLocation()).path(setting.path()).severity(severity);
    String meant = near.get(0);
    if (near.size() == 1 && conf.child(meant).isEmpty()) {
      YamlFix.of(
              YamlEditor.rename(setting.file(), setting.keys(), meant),
              "rename",
              "Call it " + meant,
              Safety.UNSAFE,
              Patronictl.rename(node, setting, meant))
          .ifPresent(finding::fix);
    }
    boolean old = node.target().patroniBefore(2);
    findings.add(
        finding,
        "There is no recovery parameter "
            + setting.key()
            + (near.size() == 1 ? "; " + meant + " is meant" : "")
            + ". "
            + (old
                ? "Patroni writes it all the same, and PostgreSQL does not start."
                : "Patroni drops it with no more than a warning in its log."));
  }
}
