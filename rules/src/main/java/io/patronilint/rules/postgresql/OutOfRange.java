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
 * Flags numbers outside the limits of the parameter, in whose stead Patroni writes the limit.
 *
 * <p>Source: {@code _Numeric.transform} of patroni/postgresql/validator.py.
 */
public final class OutOfRange implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/out-of-range",
          Severity.WARNING,
          "Patroni writes a limit instead of the value",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      boolean elsewhere =
          ModeText.of(parameter).isPresent()
              || ModeText.isLimit(parameter)
              || MissingUnitSuspicious.isMeant(parameter);
      if (parameter.outcome() instanceof GucOutcome.Clamped clamped && !elsewhere) {
        report(node, parameter, clamped, findings);
      }
    }
  }

  private static void report(
      Node node, Parameter parameter, GucOutcome.Clamped clamped, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    String unit = clamped.guc().unit();
    boolean blocks = unit.startsWith("8");
    String limit = clamped.text() + (blocks ? "" : unit);
    new ConfigFixes(node)
        .replace("write-limit", "Write the limit " + limit, Safety.UNSAFE, setting, limit)
        .ifPresent(finding::fix);
    findings.add(
        finding,
        parameter.text()
            + " is too "
            + (clamped.raised() ? "low" : "high")
            + " for "
            + parameter.name()
            + "; Patroni writes the limit "
            + limit
            + (blocks ? " (blocks of 8kB)" : "")
            + " instead.");
  }
}
