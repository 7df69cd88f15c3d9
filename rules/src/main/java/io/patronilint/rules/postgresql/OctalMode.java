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
import io.patronilint.schemas.guc.GucOutcome;

/**
 * Flags file modes without the leading 0 that makes them octal.
 *
 * <p>Source: {@code strtol} of patroni/utils.py takes 640 for a decimal number, and {@code
 * _Numeric.transform} brings it down to the limit 511, which is mode 0777. PostgreSQL reads numbers
 * the same way.
 */
public final class OctalMode implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/octal-mode",
          Severity.ERROR,
          "A file mode is read as a decimal number",
          Safety.SAFE);

  private static final int LIMIT = 511;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      ModeText.of(parameter).ifPresent(mode -> report(node, parameter, mode, findings));
    }
  }

  private static void report(Node node, Parameter parameter, String mode, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    new ConfigFixes(node)
        .replace("write-octal", "Write '" + mode + "'", Safety.SAFE, setting, mode)
        .ifPresent(finding::fix);
    findings.add(finding, message(parameter));
  }

  private static String message(Parameter parameter) {
    String name = parameter.name();
    if (parameter.outcome() instanceof GucOutcome.Invalid) {
      return "Patroni cannot read the mode " + parameter.text() + " and drops " + name + ".";
    }
    int number = Integer.parseInt(parameter.text());
    return "Without a leading 0, "
        + name
        + " is the decimal number "
        + number
        + (number > LIMIT
            ? ", which Patroni brings down to 511: the mode is 0777, open to everyone."
            : ": the mode is 0" + Integer.toOctalString(number) + ".");
  }
}
