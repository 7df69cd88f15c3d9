package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.WalTool;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags a restore_command without {@code %f} or {@code %p}, and an archive_command that names no
 * file.
 *
 * <p>PostgreSQL asks for a WAL segment or history file by its name and expects it at a path that is
 * not the same for both; it tells the command neither in any other way.
 */
public final class CommandPlaceholderMissing implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/command-placeholder-missing",
          Severity.ERROR,
          "The command cannot know which file it is about, or where to put it",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ServerCommand command :
        ServerCommand.of(node, Set.of("archive_command", "restore_command"))) {
      CommandLine line = CommandLine.ofShell(command.value());
      // A program named by a variable is one that something has yet to fill in.
      if (line.problem() != null || doesNothing(line) || line.program().startsWith("$")) {
        continue;
      }
      WalTool tool = WalTool.of(line);
      String missing = missing(command, line, tool);
      if (missing != null) {
        report(node, command, tool, missing, findings);
      }
    }
  }

  /** Returns what is wrong, as the end of a sentence, or null. */
  private static @Nullable String missing(
      ServerCommand command, CommandLine line, @Nullable WalTool tool) {
    boolean file = line.hasPlaceholder("%f");
    boolean path = line.hasPlaceholder("%p");
    if (command.name().equals("restore_command")) {
      if (tool != null && tool.swapped()) {
        return "has %p before %f. The program takes the path for the name of the file, and no WAL"
            + " is ever restored.";
      }
      if (!file) {
        return "has no %f, so it cannot know which file PostgreSQL asks for. No WAL is ever"
            + " restored.";
      }
      return path
          ? null
          : "has no %p, so the file does not get to the place where PostgreSQL looks for it, which"
              + " differs between WAL segments and history files. Recovery does not find it.";
    }
    if (tool != null && !path && !command.value().contains("pg_wal/%f")) {
      return "has no %p, so the program is not told which file to archive and fails.";
    }
    return path || file ? null : "has neither %p nor %f, so it cannot know which file to archive.";
  }

  private static void report(
      Node node, ServerCommand command, @Nullable WalTool tool, String missing, Findings findings) {
    Finding.Builder finding = Finding.at(command.location()).path(command.path());
    if (command.name().equals("archive_command") && tool == null) {
      finding.severity(Severity.WARNING);
    }
    String corrected = tool == null ? null : tool.corrected(command.value());
    if (corrected != null) {
      new ConfigFixes(node)
          .replace(
              "placeholders",
              "Call the program with the placeholders that it needs",
              Safety.UNSAFE,
              command,
              corrected)
          .ifPresent(finding::fix);
    }
    findings.add(finding, "This " + command.name() + " " + missing);
  }

  /** Tells whether the command is there to do nothing, which works without any placeholder. */
  private static boolean doesNothing(CommandLine line) {
    return line.calls().stream()
        .allMatch(c -> Set.of("true", "false", ":", "exit", "cd", "echo").contains(c.name()));
  }
}
