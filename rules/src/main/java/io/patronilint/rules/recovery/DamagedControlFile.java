package io.patronilint.rules.recovery;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.ReadProblem;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a {@code global/pg_control} that PostgreSQL refuses.
 *
 * <p>Source: {@code ReadControlFile} of PostgreSQL; {@code Postgresql.controldata} of Patroni.
 */
public final class DamagedControlFile implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/damaged-control-file",
          Severity.ERROR,
          "PostgreSQL refuses the control file of the data directory");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    for (ReadProblem problem : file.problems()) {
      if (problem.kind() == ReadProblem.Kind.DAMAGED) {
        findings.add(
            Finding.at(new Location(file, problem.span())),
            problem.message() + " PostgreSQL does not start on this data directory.");
      }
    }
  }
}
