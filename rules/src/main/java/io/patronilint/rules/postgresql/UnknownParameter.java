package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.EditDistance;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.guc.GucOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags names that no PostgreSQL in question has, which Patroni leaves out of postgresql.conf.
 *
 * <p>Source: {@code _transform_parameter_value} of patroni/postgresql/validator.py. Names with a
 * dot, which extensions have, are not checked.
 */
public final class UnknownParameter implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/unknown-parameter",
          Severity.ERROR,
          "Patroni drops a parameter that it does not know",
          Safety.UNSAFE);

  /** How the parameters of other makers' PostgreSQL begin. */
  private static final List<String> OTHERS =
      List.of(
          "edb_", "dbms_", "utl_", "oracle_", "gp_", "optimizer", "pgpro_", "cdb_", "babelfish");

  private static final int SHORT = 8;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    Parameters parameters = Parameters.of(node);
    for (Parameter parameter : parameters.all()) {
      String name = parameter.name();
      if (parameter.outcome() instanceof GucOutcome.Unknown
          && !parameter.setting().isMapping()
          && Lifetime.of(parameters, name) == Lifetime.NEVER
          && !isOfOtherMaker(node, name)) {
        report(node, parameter, findings);
      }
    }
  }

  private static boolean isOfOtherMaker(Node node, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String programs = node.local().at("postgresql", "bin_dir").flatMap(ConfigNode::text).orElse("");
    return OTHERS.stream().anyMatch(lower::startsWith)
        || List.of("edb", "/as1", "pgpro", "greenplum", "gpdb").stream()
            .anyMatch(programs::contains);
  }

  private static void report(Node node, Parameter parameter, Findings findings) {
    Parameters parameters = Parameters.of(node);
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    Optional<String> meant = meant(parameters, parameter.name());
    if (meant.isEmpty()) {
      finding.severity(Severity.WARNING);
    }
    meant
        .filter(name -> !Parameters.isSet(parameters.beside(setting), name))
        .flatMap(
            name ->
                YamlFix.of(
                    YamlEditor.rename(setting.file(), setting.keys(), name),
                    "rename",
                    "Rename to " + name,
                    Safety.UNSAFE,
                    Patronictl.rename(node, setting, name)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "PostgreSQL "
            + parameters.versions()
            + " has no parameter "
            + parameter.name()
            + "; Patroni leaves it out, with no more than a warning in its log."
            + meant.map(name -> " Did you mean " + name + "?").orElse(""));
  }

  private static Optional<String> meant(Parameters parameters, String written) {
    String name = written.toLowerCase(Locale.ROOT).replace('-', '_');
    int most = name.length() < SHORT ? 1 : 2;
    for (int limit = 0; limit <= most; limit++) {
      int distance = limit;
      List<String> near =
          parameters.postgres().listed(parameters.majors().get(0)).stream()
              .filter(known -> EditDistance.within(name, known, distance))
              .toList();
      if (!near.isEmpty()) {
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
