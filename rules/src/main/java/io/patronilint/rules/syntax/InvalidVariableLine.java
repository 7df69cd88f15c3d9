package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.workspace.EnvironmentFile;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a line of a file of variables that is meant to set a {@code PATRONI_*} variable and does
 * not.
 *
 * <p>Source: systemd.exec(5), {@code EnvironmentFile=}: lines without {@code =} are ignored.
 */
public final class InvalidVariableLine implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax/invalid-variable-line", Severity.WARNING, "A line sets no variable for Patroni");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.ENVIRONMENT || !file.problems().isEmpty()) {
      return;
    }
    for (EnvironmentFile.Problem problem : EnvironmentFile.of(file).problems()) {
      SourceText text = file.text();
      String line = text.line(text.lineAt(problem.location().span().start())).strip();
      String name = line.startsWith("export ") ? line.substring(7).strip() : line;
      if (name.startsWith("PATRONI_")) {
        findings.add(
            Finding.at(problem.location()),
            "Patroni does not get this variable: " + problem.message() + ".");
      }
    }
  }
}
