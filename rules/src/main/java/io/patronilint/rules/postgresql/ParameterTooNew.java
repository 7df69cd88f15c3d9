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
import io.patronilint.schemas.guc.PostgresGuc;

/**
 * Flags parameters that came with a later version of PostgreSQL, which Patroni leaves out of
 * postgresql.conf.
 *
 * <p>Source: {@code _transform_parameter_value} of patroni/postgresql/validator.py.
 */
public final class ParameterTooNew implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/parameter-too-new",
          Severity.WARNING,
          "Patroni drops a parameter that this PostgreSQL does not have yet");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    Parameters parameters = Parameters.of(node);
    for (Parameter parameter : parameters.all()) {
      if (parameter.outcome() instanceof GucOutcome.Unknown
          && Lifetime.of(parameters, parameter.name()) == Lifetime.NOT_YET) {
        report(parameters, parameter, findings);
      }
    }
  }

  private static void report(Parameters parameters, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    int since =
        parameters.postgres().history(parameter.name()).stream()
            .mapToInt(PostgresGuc::pgFrom)
            .min()
            .orElse(0);
    findings.add(
        Finding.at(setting.keyLocation()).path(setting.path()),
        parameter.name()
            + " came with PostgreSQL "
            + Parameters.name(since)
            + ", and this is "
            + parameters.versions()
            + "; Patroni leaves it out, with no more than a warning in its log.");
  }
}
