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
import java.util.List;
import java.util.Set;

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

  private static final Set<String> SHELL =
      Set.of(
          ".", "[", "set", "unset", "source", "if", "then", "else", "fi", "for", "do", "done",
          "case", "esac", "test", "umask", "ulimit", "cd", "exit", "return", "eval", "exec");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.ENVIRONMENT || !file.problems().isEmpty()) {
      return;
    }
    List<EnvironmentFile.Problem> problems = EnvironmentFile.of(file).problems();
    boolean script = problems.stream().anyMatch(p -> isCommand(line(file, p)));
    for (EnvironmentFile.Problem problem : problems) {
      String line = line(file, problem);
      String name = line.startsWith("export ") ? line.substring(7).strip() : line;
      // A name alone is no mistake: Docker takes the value of its own environment then.
      if (name.startsWith("PATRONI_") || !(script || isName(name))) {
        findings.add(
            Finding.at(problem.location()),
            "Patroni does not get this variable: " + problem.message() + ".");
      }
    }
  }

  private static String line(SourceFile file, EnvironmentFile.Problem problem) {
    SourceText text = file.text();
    return text.line(text.lineAt(problem.location().span().start())).strip();
  }

  /** Tells whether the line is one for a shell, which reads the file with {@code source} then. */
  private static boolean isCommand(String line) {
    int blank = line.indexOf(' ');
    String word = blank < 0 ? line : line.substring(0, blank);
    return line.contains(";") || line.contains("$") || line.contains("(") || SHELL.contains(word);
  }

  private static boolean isName(String text) {
    return text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }
}
