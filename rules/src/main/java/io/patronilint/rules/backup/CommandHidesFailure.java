package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellOperator;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ServerCommand;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags a {@code restore_command} or {@code archive_command} that always succeeds.
 *
 * <p>PostgreSQL asks for files that are not there, and a failure is how it learns that ({@code
 * RestoreArchivedFile}); an {@code archive_command} that hides its failure makes PostgreSQL recycle
 * WAL that was never archived ({@code pgarch_archiveXlog}).
 */
public final class CommandHidesFailure implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/command-hides-failure",
          Severity.ERROR,
          "The command reports success even if it failed",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ServerCommand command :
        ServerCommand.of(node, Set.of("archive_command", "restore_command"))) {
      String real = withoutEnd(command.value());
      if (real != null && !real.isBlank()) {
        report(node, command, real, findings);
      }
    }
  }

  private static void report(Node node, ServerCommand command, String real, Findings findings) {
    Finding.Builder finding = Finding.at(command.location()).path(command.path());
    new ConfigFixes(node)
        .replace(
            "report-failure", "Let the command report its failure", Safety.UNSAFE, command, real)
        .ifPresent(finding::fix);
    String end = command.value().strip().substring(real.length()).strip();
    findings.add(
        finding,
        "\""
            + end
            + "\" makes this "
            + command.name()
            + " succeed even if it failed. "
            + (command.name().equals("restore_command")
                ? "PostgreSQL then looks for files that were never restored: \"restore_command"
                    + " returned a zero exit status, but stat() failed\"."
                : "PostgreSQL takes the WAL for archived and recycles it: it is lost, and so is"
                    + " every recovery past that point."));
  }

  /** Returns the command without an end that turns failure into success, or null without one. */
  private static @Nullable String withoutEnd(String command) {
    CommandLine line = CommandLine.ofShell(command);
    if (line.problem() != null || line.calls().size() < 2) {
      return null;
    }
    List<ShellOperator> operators = line.operators();
    ShellOperator last = operators.isEmpty() ? null : operators.get(operators.size() - 1);
    boolean joins =
        last != null
            && (last.kind() == ShellOperator.Kind.OR || last.kind() == ShellOperator.Kind.SEQUENCE);
    if (last == null || !joins) {
      return null;
    }
    String end = command.substring(last.span().end()).strip();
    boolean succeeds = Set.of("true", "/bin/true", ":", "exit 0").contains(end);
    return succeeds ? command.substring(0, last.span().start()).strip() : null;
  }
}
