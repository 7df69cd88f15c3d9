package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a line of pgbackrest.conf that pgBackRest cannot parse.
 *
 * <p>Source: pgBackRest's {@code iniValueNext} throws a format error, and every command ends with
 * it before it does anything.
 */
public final class InvalidIniLine implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/invalid-ini-line", Severity.ERROR, "pgBackRest cannot parse a line");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.PGBACKREST || !file.problems().isEmpty() || isEnvironment(file)) {
      return;
    }
    String before = "";
    for (IniFile.Problem problem : file.ini().problems()) {
      if (problem.message().equals(before)) {
        continue; // One forgotten section header spoils all lines up to the next one.
      }
      before = problem.message();
      findings.add(
          Finding.at(new Location(file, problem.span())),
          problem.message()
              + " Every command stops with this error: no WAL is archived, no backup is made, and"
              + " nothing can be restored.");
    }
  }

  /** Variables for pgBackRest's environment are kept in files of that name, too. */
  private static boolean isEnvironment(SourceFile file) {
    return file.ini().sections().isEmpty() && file.text().text().contains("PGBACKREST_");
  }
}
