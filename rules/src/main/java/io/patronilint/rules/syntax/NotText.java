package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.ReadProblem;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a file that is not UTF-8, or that is binary.
 *
 * <p>Source: Patroni opens its files as text, in UTF-8 under every usual locale, and raises {@code
 * UnicodeDecodeError}; PyYAML refuses a NUL character with {@code ReaderError}.
 */
public final class NotText implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/not-text", Severity.ERROR, "A file is not UTF-8 text");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    for (ReadProblem problem : file.problems()) {
      if (problem.kind() == ReadProblem.Kind.NOT_TEXT) {
        findings.add(Finding.at(new Location(file, problem.span())), problem.message());
      }
    }
  }
}
