package io.patronilint.rules.postgresql;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.schemas.guc.GucOutcome;
import io.patronilint.schemas.guc.PatroniGuc;
import java.util.List;

/**
 * Flags values that are not of the parameter's type, for which Patroni leaves the parameter out.
 *
 * <p>Source: the classes of patroni/postgresql/validator.py, {@code _transform_parameter_value}.
 */
public final class InvalidValue implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/invalid-value",
          Severity.ERROR,
          "Patroni drops a parameter because of its value");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      if (parameter.outcome() instanceof GucOutcome.Invalid invalid
          && parameter.setting().isScalar()
          && !parameter.setting().isNull()
          && !isElsewhere(parameter, invalid.guc())) {
        report(parameter, invalid.guc(), findings);
      }
    }
  }

  /** Tells whether one of the rules on the kinds of mistakes reports it. */
  private static boolean isElsewhere(Parameter parameter, PatroniGuc guc) {
    return EnumGotBoolean.isMeant(parameter)
        || ModeText.of(parameter).isPresent()
        || Quantity.of(parameter.text()).filter(q -> q.isNumberOf(guc.kind())).isPresent();
  }

  private static void report(Parameter parameter, PatroniGuc guc, Findings findings) {
    ConfigNode setting = parameter.setting();
    findings.add(
        Finding.at(setting.valueLocation()).path(setting.path()),
        parameter.name()
            + " takes "
            + takes(guc)
            + "; Patroni drops it for the value "
            + (parameter.text().isEmpty() ? "''" : parameter.text())
            + ", with no more than a warning in its log.");
  }

  private static String takes(PatroniGuc guc) {
    List<String> words = guc.values();
    return switch (guc.kind()) {
      case BOOL -> "on or off";
      case ENUM -> "one of " + String.join(", ", words);
      case ENUM_BOOL -> "on, off, " + String.join(", ", words);
      case INTEGER, REAL, STRING -> "a number" + (guc.unit().isEmpty() ? "" : " with a unit");
    };
  }
}
