package io.patronilint.rules.recovery;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ListOfMappings;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;

/**
 * Flags {@code postgresql.recovery_conf} that is a list or a single value.
 *
 * <p>Source: {@code ConfigHandler._adjust_recovery_parameters} calls {@code pop} with two arguments
 * on it while Patroni starts; what is empty or false is passed over, and recovery parameters under
 * {@code postgresql.parameters} take its place before.
 */
public final class RecoveryConfNotMapping implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/recovery-conf-not-mapping",
          Severity.ERROR,
          "recovery_conf is no mapping, and Patroni does not start",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    RecoverySettings settings = RecoverySettings.of(node);
    if (node.target().patroniBefore(1, 6)
        || settings.source() == RecoverySettings.Source.PARAMETERS) {
      return;
    }
    DynamicConfig dynamic = settings.dynamic();
    node.local()
        .at("postgresql", "recovery_conf")
        .or(() -> dynamic.at("postgresql", "recovery_conf"))
        .filter(c -> !c.isMapping() && c.truthy())
        .filter(c -> !c.text().map(Templates::unrendered).orElse(false))
        .ifPresent(c -> report(node, c, findings));
  }

  private static void report(Node node, ConfigNode setting, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    ListOfMappings.toMapping(setting)
        .flatMap(
            edits ->
                YamlFix.of(
                    edits,
                    "make-mapping",
                    "Make one mapping of the list",
                    Safety.SAFE,
                    ListOfMappings.command(node, setting)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        setting.path()
            + " is "
            + (setting.isSequence() ? "a list" : "a single value")
            + ", but Patroni needs a mapping of names and values here. It does not start: "
            + error(setting)
            + ".");
  }

  private static String error(ConfigNode setting) {
    if (setting.isSequence()) {
      return "TypeError: pop expected at most 1 argument, got 2";
    }
    String type =
        setting
            .scalar()
            .map(
                value ->
                    switch (value.type()) {
                      case BOOL -> "bool";
                      case INT -> "int";
                      case FLOAT -> "float";
                      default -> "str";
                    })
            .orElse("str");
    return "AttributeError: '" + type + "' object has no attribute 'pop'";
  }
}
