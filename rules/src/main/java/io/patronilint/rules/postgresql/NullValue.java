package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.guc.GucOutcome;
import java.util.List;

/**
 * Flags parameters without a value, which Patroni leaves out.
 *
 * <p>Source: {@code ConfigWriter.write_param} is not called for {@code None}, and the checks of
 * patroni/postgresql/validator.py refuse {@code str(None)}.
 */
public final class NullValue implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/null-value",
          Severity.WARNING,
          "A parameter has no value, and Patroni leaves it out",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      boolean lost =
          parameter.outcome() instanceof GucOutcome.None
              || parameter.outcome() instanceof GucOutcome.Invalid;
      if (parameter.setting().isNull() && lost) {
        report(node, parameter, findings);
      }
    }
  }

  private static void report(Node node, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    boolean hides = parameter.isLocal() && isDynamic(node, parameter.name());
    boolean written =
        setting.yaml().resolved() instanceof YamlScalar scalar && !scalar.content().isEmpty();
    if (hides && written) {
      // Somebody who writes null over a shared value wants PostgreSQL's default on this member.
      return;
    }
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    YamlFix.of(
            YamlEditor.remove(setting.file(), setting.keys()),
            "remove",
            "Remove " + parameter.name() + ", which has no value",
            hides ? Safety.UNSAFE : Safety.SAFE,
            Patronictl.remove(node, List.of(setting)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        parameter.name()
            + " has no value; Patroni leaves it out, and PostgreSQL's default counts"
            + (hides ? ", not the value of the dynamic configuration." : "."));
  }

  private static boolean isDynamic(Node node, String name) {
    return EffectiveConfig.of(node).dynamic().at("postgresql", "parameters").stream()
        .flatMap(section -> section.children().stream())
        .anyMatch(setting -> setting.key().equalsIgnoreCase(name) && !setting.isNull());
  }
}
