package io.patronilint.rules.postgresql;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.schemas.guc.GucKind;
import io.patronilint.schemas.guc.GucOutcome;
import io.patronilint.schemas.guc.PatroniGuc;
import io.patronilint.schemas.py.PyParse;

/**
 * Flags a boolean for a parameter that takes one of some words, such as {@code log_statement: off},
 * for which Patroni leaves the parameter out.
 *
 * <p>Source: {@code Enum.transform} of patroni/postgresql/validator.py, which compares Python's
 * {@code str(False)} with the words.
 */
public final class EnumGotBoolean implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/enum-got-boolean",
          Severity.ERROR,
          "Patroni drops a parameter that takes a word and got on or off",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      if (isMeant(parameter) && parameter.outcome() instanceof GucOutcome.Invalid invalid) {
        report(node, parameter, invalid.guc(), findings);
      }
    }
  }

  /** Tells whether a word is asked for and something like on or off is there. */
  static boolean isMeant(Parameter parameter) {
    return parameter.outcome() instanceof GucOutcome.Invalid invalid
        && invalid.guc().kind() == GucKind.ENUM
        && parameter.setting().isScalar()
        && PyParse.parseBool(parameter.text()).isPresent();
  }

  private static void report(Node node, Parameter parameter, PatroniGuc guc, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    boolean off = !PyParse.parseBool(parameter.text()).orElse(true);
    if (off && guc.values().contains("none")) {
      new ConfigFixes(node)
          .replace("write-none", "Write none", Safety.SAFE, setting, "none")
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        parameter.name()
            + " takes one of "
            + String.join(", ", guc.values())
            + "; Patroni drops it for the value "
            + parameter.text()
            + ", with no more than a warning in its log.");
  }
}
