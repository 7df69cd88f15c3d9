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
import io.patronilint.schemas.guc.PostgresGuc;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags names that no PostgreSQL in question has, and those that Patroni does not know there, both
 * of which it leaves out of postgresql.conf.
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
          && !isOfOtherMaker(node, name)) {
        switch (Lifetime.of(parameters, name)) {
          case NEVER -> report(node, parameter, findings);
          case PRESENT -> overlooked(parameters, parameter, findings);
          case GONE, NOT_YET -> {}
        }
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

  /** Patroni looks into its own table and, in most releases, at what PostgreSQL lists. */
  private static void overlooked(Parameters parameters, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    boolean fact =
        parameters
            .newest(parameter.name())
            .filter(guc -> guc.context() == PostgresGuc.Context.INTERNAL)
            .isPresent();
    findings.add(
        Finding.at(setting.keyLocation()).path(setting.path()).severity(Severity.WARNING),
        parameter.name()
            + (fact
                ? " only shows how PostgreSQL was built or initialized and cannot be set; Patroni"
                : " is a parameter of PostgreSQL that this Patroni does not know there; it")
            + " leaves it out, with no more than a warning in its log.");
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
