package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.Placeholder;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ServerCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags a percent sign in a command of PostgreSQL that is no placeholder of it.
 *
 * <p>Since PostgreSQL 16 ({@code replace_percent_placeholders}) an unknown one is an error each
 * time the command is to be run; up to 15 it was passed on as it is.
 */
public final class UnknownPlaceholder implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/unknown-placeholder",
          Severity.ERROR,
          "PostgreSQL 16 rejects a command with an unknown percent placeholder",
          Safety.SAFE);

  /** What PostgreSQL knows besides {@code %%}, by parameter. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "archive_command", "fp",
          "restore_command", "fpr",
          "archive_cleanup_command", "r",
          "recovery_end_command", "r");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.target().postgresqlBefore(16)) {
      return;
    }
    Severity severity = node.target().postgresqlAtLeast(16) ? Severity.ERROR : Severity.WARNING;
    for (ServerCommand command : ServerCommand.of(node, KNOWN.keySet())) {
      List<Placeholder> unknown = unknown(command);
      if (!unknown.isEmpty()) {
        report(node, command, unknown, severity, findings);
      }
    }
  }

  private static List<Placeholder> unknown(ServerCommand command) {
    String known = KNOWN.getOrDefault(command.name(), "") + "%";
    return CommandLine.ofShell(command.value()).placeholders().stream()
        .filter(p -> p.text().length() == 1 || known.indexOf(p.text().charAt(1)) < 0)
        .toList();
  }

  private static void report(
      Node node,
      ServerCommand command,
      List<Placeholder> unknown,
      Severity severity,
      Findings findings) {
    Finding.Builder finding =
        Finding.at(command.location()).path(command.path()).severity(severity);
    // %F and %P are no text that was meant to stay: doubling them would hide the mistake.
    if (unknown.stream().noneMatch(p -> Set.of("%F", "%P").contains(p.text()))) {
      new ConfigFixes(node)
          .replace(
              "double-percent",
              "Write %% for each percent sign that is meant as it is",
              Safety.SAFE,
              command,
              doubled(command.value(), unknown))
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "PostgreSQL 16 and later do not run this "
            + command.name()
            + ": "
            + (unknown.get(0).text().length() == 1
                ? "it ends in a single percent sign"
                : "\"" + unknown.get(0).text() + "\" is no placeholder of it")
            + ". "
            + consequence(command.name()));
  }

  private static String consequence(String name) {
    return switch (name) {
      case "archive_command" -> "WAL is not archived, and pg_wal grows until the disk is full.";
      case "restore_command" -> "Recovery stops with an error instead of fetching WAL.";
      default -> "Each call ends in an error instead.";
    };
  }

  private static String doubled(String command, List<Placeholder> unknown) {
    StringBuilder text = new StringBuilder(command);
    for (int i = unknown.size() - 1; i >= 0; i--) {
      text.insert(unknown.get(i).span().start(), '%');
    }
    return text.toString();
  }
}
