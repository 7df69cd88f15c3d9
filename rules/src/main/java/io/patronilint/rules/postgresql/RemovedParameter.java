package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.guc.GucOutcome;
import io.patronilint.schemas.guc.PostgresGucs.Replacement;
import java.util.List;
import java.util.Optional;

/**
 * Flags parameters that PostgreSQL has no more, which Patroni leaves out of postgresql.conf, or, if
 * its table is older than this PostgreSQL, writes so that the server does not start.
 *
 * <p>Source: {@code _transform_parameter_value} of patroni/postgresql/validator.py, and
 * PostgreSQL's release notes.
 */
public final class RemovedParameter implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/removed-parameter",
          Severity.ERROR,
          "Patroni drops a parameter that PostgreSQL has no more",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    Parameters parameters = Parameters.of(node);
    for (Parameter parameter : parameters.all()) {
      boolean recovery = parameter.outcome() instanceof GucOutcome.RecoveryParameter;
      if (!recovery
          && !parameter.setting().isNull()
          && Lifetime.of(parameters, parameter.name()) == Lifetime.GONE) {
        report(node, parameter, findings);
      }
    }
  }

  private static void report(Node node, Parameter parameter, Findings findings) {
    Parameters parameters = Parameters.of(node);
    ConfigNode setting = parameter.setting();
    int oldest = parameters.majors().get(parameters.majors().size() - 1);
    Optional<Replacement> replacement = parameters.postgres().replacement(parameter.name(), oldest);
    boolean dropped = parameter.outcome() instanceof GucOutcome.Unknown;
    boolean alias = replacement.filter(r -> r.how() == Replacement.How.ALIAS).isPresent();
    if (alias && !dropped) {
      return;
    }
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    if (dropped && replacement.flatMap(Replacement::by).isEmpty()) {
      // What is dropped and did no more than PostgreSQL now does anyway is not missed.
      finding.severity(Severity.WARNING);
    }
    fix(node, setting, replacement).ifPresent(finding::fix);
    findings.add(
        finding,
        "PostgreSQL "
            + parameters.versions()
            + " has no parameter "
            + parameter.name()
            + " any more"
            + replacement
                .flatMap(Replacement::by)
                .map(name -> "; " + name + " came in its place")
                .orElse("")
            + (dropped
                ? ". Patroni leaves it out, with no more than a warning in its log."
                : ". Patroni leaves it out with a warning in its log, or writes it if it is too old"
                    + " to know, and then PostgreSQL does not start."));
  }

  private static Optional<Fix> fix(
      Node node, ConfigNode setting, Optional<Replacement> replacement) {
    Replacement.How how = replacement.map(Replacement::how).orElse(Replacement.How.NONE);
    String name = replacement.flatMap(Replacement::by).orElse("");
    if (how == Replacement.How.OTHER) {
      return Optional.empty();
    }
    boolean free = !Parameters.isSet(Parameters.of(node).beside(setting), name);
    if (!name.isEmpty() && free) {
      return YamlFix.of(
          YamlEditor.rename(setting.file(), setting.keys(), name),
          "rename",
          "Rename to " + name,
          Safety.SAFE,
          Patronictl.rename(node, setting, name));
    }
    return YamlFix.of(
        YamlEditor.remove(setting.file(), setting.keys()),
        "remove",
        "Remove " + setting.key(),
        Safety.SAFE,
        Patronictl.remove(node, List.of(setting)));
  }
}
