package io.patronilint.rules.syntax;

import io.patronilint.core.conf.ConfProblem;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a line of postgresql.auto.conf, postgresql.conf or recovery.conf that PostgreSQL cannot
 * parse.
 *
 * <p>Source: PostgreSQL's {@code ParseConfigFp}; one such line and {@code ProcessConfigFile} ends a
 * start and refuses a reload as a whole.
 */
public final class InvalidConfLine implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/invalid-conf-line", Severity.ERROR, "PostgreSQL cannot parse a line");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (!file.problems().isEmpty()) {
      return;
    }
    switch (file.kind()) {
      case AUTO_CONF, POSTGRESQL_CONF, RECOVERY_CONF -> {
        for (ConfProblem problem : file.conf().problems()) {
          findings.add(
              Finding.at(new Location(file, problem.span())),
              problem.message()
                  + " It does not start with this file, and a reload changes nothing at all.");
        }
      }
      default -> {
        // Other files are not in this syntax.
      }
    }
  }
}
