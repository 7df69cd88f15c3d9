package io.patronilint.rules.environment;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.EnvironmentFile;
import io.patronilint.core.workspace.EnvironmentFile.Variable;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.Spelling;
import io.patronilint.schemas.keys.EnvVariable;
import io.patronilint.schemas.keys.Mistake;
import java.util.List;
import java.util.Optional;

/**
 * Flags variables that begin like Patroni's and that Patroni does not read.
 *
 * <p>Source: {@code Config._build_environment_configuration} of each release.
 */
public final class UnknownVariable implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "environment/unknown-variable",
          Severity.ERROR,
          "Patroni reads no environment variable of this name");

  private static final String PREFIX = "PATRONI_";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.ENVIRONMENT) {
      return;
    }
    for (Variable variable : EnvironmentFile.of(file).variables()) {
      if (variable.name().startsWith(PREFIX)) {
        check(variable, findings);
      }
    }
  }

  private static void check(Variable variable, Findings findings) {
    String name = variable.name();
    List<EnvVariable> readings = KeyTables.keys().variable(name);
    boolean exact = readings.stream().anyMatch(r -> r.name().equals(name));
    if (exact) {
      return;
    }
    Optional<String> meant = meant(name);
    // Up to 3.x, PATRONI_<name>_PASSWORD made a user of any name.
    boolean user = !readings.isEmpty();
    if (user && meant.isEmpty()) {
      findings.add(
          Finding.at(variable.location()).path(name).severity(Severity.INFO),
          "Patroni reads "
              + name
              + " up to 3.3 only, for a user that it makes in a new cluster; from 4.0.0 on it has no"
              + " effect.");
      return;
    }
    findings.add(
        Finding.at(variable.location())
            .path(name)
            .severity(meant.isPresent() ? Severity.ERROR : Severity.INFO),
        "Patroni reads no variable "
            + name
            + ", so it has no effect"
            + meant.map(m -> "; " + m + ".").orElse("."));
  }

  private static Optional<String> meant(String name) {
    Optional<Mistake> mistake = KeyTables.mistakes().variable(name);
    if (mistake.isPresent()) {
      String right = mistake.get().right();
      String why = mistake.get().why();
      String words = right.isEmpty() ? "" : right + " is meant";
      boolean both = !words.isEmpty() && !why.isEmpty();
      return Optional.of(both ? words + " (" + why + ")" : words + why);
    }
    List<String> names =
        KeyTables.keys().variables().keySet().stream().filter(n -> !n.contains("*")).toList();
    return Spelling.nearest(name, names).map(n -> n + " is meant");
  }
}
