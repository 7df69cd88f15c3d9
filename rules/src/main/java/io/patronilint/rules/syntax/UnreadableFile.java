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
 * Flags a file whose bytes cannot be had: it does not exist, is a directory, a dangling link or no
 * regular file, must not be read, or is too large to be a configuration.
 *
 * <p>Source: {@code Config.__init__} takes a path that does not exist for no path at all, and
 * Patroni then ends with "Config is empty." unless the environment holds a configuration.
 */
public final class UnreadableFile implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/unreadable-file", Severity.ERROR, "A file cannot be read");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    for (ReadProblem problem : file.problems()) {
      if (problem.kind() == ReadProblem.Kind.UNREADABLE) {
        findings.add(
            Finding.at(new Location(file, problem.span())),
            problem.message() + " Nothing in it was checked.");
      }
    }
  }
}
