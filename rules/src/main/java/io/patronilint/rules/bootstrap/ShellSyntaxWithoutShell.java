package io.patronilint.rules.bootstrap;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellOperator;
import io.patronilint.core.shell.ShellWords;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ExecCommand;
import io.patronilint.rules.support.RestoreCall;
import java.util.List;
import java.util.Optional;

/**
 * Flags syntax of the shell in a command that Patroni runs without one.
 *
 * <p>Patroni cuts these commands with {@code shlex.split} and executes the first word, so operators
 * and variables reach the program as plain arguments.
 */
public final class ShellSyntaxWithoutShell implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/shell-syntax-without-shell",
          Severity.ERROR,
          "A command that Patroni runs without a shell uses the shell's syntax",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ExecCommand command : ExecCommand.of(node)) {
      check(node, command, findings);
    }
  }

  private static void check(Node node, ExecCommand command, Findings findings) {
    ShellWords words = ShellWords.split(command.command());
    if (words.problem() != null || words.words().isEmpty()) {
      return;
    }
    String first = words.words().get(0).text();
    if (isAssignment(first)) {
      report(
          command,
          "Patroni runs this command without a shell and looks for a program called \""
              + first
              + "\", which does not exist.",
          new ConfigFixes(node)
              .replace(
                  "env",
                  "Set the variable with env",
                  Safety.UNSAFE,
                  command.node(),
                  "env " + command.command().strip()),
          findings);
      return;
    }
    CommandLine line = CommandLine.ofExec(command.command());
    boolean understood = line.calls().stream().anyMatch(c -> readsSyntax(c.name(), c.wrappers()));
    Optional<ShellOperator> operator =
        line.operators().stream().filter(o -> isCertain(o, command.command())).findFirst();
    if (operator.isPresent() && !understood) {
      report(command, message(operator.get(), line), wrapped(node, command), findings);
    }
  }

  private static String message(ShellOperator operator, CommandLine line) {
    return "Patroni runs this command without a shell: \""
        + operator.text()
        + (isExpansion(operator)
            ? "\" is not replaced, "
            : "\" and everything behind it are arguments of ")
        + line.program()
        + (isExpansion(operator) ? " gets it as it stands." : ".");
  }

  private static void report(
      ExecCommand command, String message, Optional<Fix> fix, Findings findings) {
    Finding.Builder finding =
        Finding.at(command.node().valueLocation()).path(command.node().path());
    fix.ifPresent(finding::fix);
    findings.add(finding, message);
  }

  /** Tells whether a shell, near or far, or the program itself acts upon the syntax. */
  private static boolean readsSyntax(String program, List<String> wrappers) {
    return wrappers.stream().anyMatch(ShellSyntaxWithoutShell::isShell)
        || isShell(program)
        || List.of("ssh", "find", "expr", "test", "[", "xargs", "awk", "perl", "python", "python3")
            .contains(program);
  }

  private static boolean isShell(String name) {
    return switch (name) {
      case "sh", "bash", "dash", "ash", "ksh", "zsh", "su", "runuser" -> true;
      default -> false;
    };
  }

  /** Operators are certain where they stand apart; inside a word they may be meant as text. */
  private static boolean isCertain(ShellOperator operator, String command) {
    int start = operator.span().start();
    int end = operator.span().end();
    boolean blankBefore = start > 0 && isBlank(command.charAt(start - 1));
    boolean blankBehind = end == command.length() || isBlank(command.charAt(end));
    return switch (operator.kind()) {
      case AND, OR, PIPE -> blankBefore || blankBehind;
      case SEQUENCE -> !operator.text().equals("\n") && blankBehind;
      case REDIRECTION -> blankBefore || isDescriptor(command, start);
      case SUBSTITUTION -> true;
      case VARIABLE -> isName(operator.text());
      case GROUP, GLOB -> false;
    };
  }

  private static boolean isExpansion(ShellOperator operator) {
    return operator.kind() == ShellOperator.Kind.VARIABLE
        || operator.kind() == ShellOperator.Kind.SUBSTITUTION;
  }

  private static boolean isDescriptor(String command, int at) {
    return at > 1
        && (command.charAt(at - 1) == '1' || command.charAt(at - 1) == '2')
        && isBlank(command.charAt(at - 2));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isName(String variable) {
    return variable.length() > 2 && Character.isLetter(variable.charAt(1));
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.substring(0, equals)
            .chars()
            .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /** A shell swallows the arguments that Patroni appends, so nobody may need them. */
  private static Optional<Fix> wrapped(Node node, ExecCommand command) {
    boolean noParams = command.section().child("no_params").filter(n -> n.truthy()).isPresent();
    boolean restore = RestoreCall.of(CommandLine.ofShell(command.command())).isPresent();
    boolean alone = noParams || restore || command.kind() == ExecCommand.Kind.HOOK;
    if (command.kind() == ExecCommand.Kind.SCRIPT || !alone) {
      return Optional.empty();
    }
    String script = command.command().strip().replace("'", "'\\''");
    return new ConfigFixes(node)
        .replace(
            "shell",
            "Run the command with sh -c",
            Safety.UNSAFE,
            command.node(),
            "sh -c '" + script + "'");
  }
}
