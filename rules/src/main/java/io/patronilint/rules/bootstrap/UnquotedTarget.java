package io.patronilint.rules.bootstrap;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ExecCommand;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Flags a point in time on the command line of a restore that the blank in it cuts in two.
 *
 * <p>Patroni cuts the command with {@code shlex.split}, which leaves together only what is quoted.
 */
public final class UnquotedTarget implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/unquoted-target",
          Severity.ERROR,
          "The point in time of a restore is cut in two at its blank",
          Safety.SAFE);

  private static final Set<String> TOOLS =
      Set.of("pgbackrest", "barman", "barman-cloud-restore", "pg_probackup");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ExecCommand command : ExecCommand.of(node)) {
      CommandLine line = CommandLine.ofExec(command.command());
      if (line.problem() != null) {
        continue;
      }
      for (CommandCall call : line.calls()) {
        if (TOOLS.contains(call.name())) {
          check(node, command, call, findings);
        }
      }
    }
  }

  private static void check(Node node, ExecCommand command, CommandCall call, Findings findings) {
    List<ShellWord> words = call.arguments();
    Pattern date = Pattern.compile("(--target(-time|-name)?=)?\\d{4}-\\d\\d-\\d\\d");
    Pattern time = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?\\S{0,40}");
    for (int i = 0; i + 1 < words.size(); i++) {
      ShellWord first = words.get(i);
      ShellWord second = words.get(i + 1);
      boolean option = first.text().startsWith("--target=") || first.text().startsWith("--target-");
      boolean value = i > 0 && words.get(i - 1).text().startsWith("--target");
      if ((option || value)
          && !first.quoted()
          && date.matcher(first.text()).matches()
          && time.matcher(second.text()).matches()) {
        report(node, command, call, first, second, findings);
        return;
      }
    }
  }

  private static void report(
      Node node,
      ExecCommand command,
      CommandCall call,
      ShellWord first,
      ShellWord second,
      Findings findings) {
    Finding.Builder finding =
        Finding.at(command.node().valueLocation()).path(command.node().path());
    String text = command.command();
    boolean nested = call.wrappers().stream().anyMatch(UnquotedTarget::isShell);
    if (!nested && !second.quoted()) {
      String quoted =
          text.substring(0, first.span().start())
              + '"'
              + text.substring(first.span().start(), second.span().end())
              + '"'
              + text.substring(second.span().end());
      new ConfigFixes(node)
          .replace("quote", "Quote the point in time", Safety.SAFE, command.node(), quoted)
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "The blank before "
            + second.text()
            + " ends the option: "
            + call.name()
            + " gets "
            + first.text()
            + " and, as a further argument, "
            + second.text()
            + ", stops with an error, and nothing is restored.");
  }

  private static boolean isShell(String wrapper) {
    return switch (wrapper) {
      case "sh", "bash", "dash", "ash", "ksh", "zsh", "su", "runuser" -> true;
      default -> false;
    };
  }
}
