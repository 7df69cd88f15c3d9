package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ExecCommand;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.Stanza;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags a call of pgBackRest that names no stanza.
 *
 * <p>archive-push, archive-get and restore require the option (config.yaml of pgBackRest), on the
 * command line or as PGBACKREST_STANZA; pgbackrest.conf cannot hold it.
 */
public final class StanzaMissing implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/stanza-missing",
          Severity.WARNING,
          "pgBackRest is called without a stanza",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    boolean inEnvironment =
        node.environment().stream().anyMatch(f -> f.text().text().contains("PGBACKREST_STANZA"));
    if (inEnvironment) {
      return;
    }
    for (ServerCommand command :
        ServerCommand.of(node, Set.of("archive_command", "restore_command"))) {
      CommandCall call = without(CommandLine.ofShell(command.value()), command.value());
      if (call != null) {
        Finding.Builder finding = start(call, command.location(), command.path());
        String stanza = only(node);
        if (!stanza.isEmpty()) {
          new ConfigFixes(node)
              .replace(
                  "stanza",
                  "Add --stanza=" + stanza,
                  Safety.UNSAFE,
                  command,
                  added(command.value(), call, stanza))
              .ifPresent(finding::fix);
        }
        findings.add(finding, message(call));
      }
    }
    for (ExecCommand command : ExecCommand.of(node)) {
      boolean asKey = command.section().children().stream().anyMatch(c -> c.key().equals("stanza"));
      CommandCall call = without(CommandLine.ofExec(command.command()), command.command());
      if (call != null && !asKey) {
        findings.add(
            start(call, command.node().valueLocation(), command.node().path()), message(call));
      }
    }
  }

  private static Finding.Builder start(CommandCall call, Location at, String path) {
    boolean wrapped = !call.wrappers().isEmpty();
    return Finding.at(at).path(path).severity(wrapped ? Severity.INFO : Severity.WARNING);
  }

  private static @Nullable CommandCall without(CommandLine line, String text) {
    if (line.problem() != null || text.contains("PGBACKREST_STANZA")) {
      return null;
    }
    CommandCall call = line.pgBackRest();
    boolean needs =
        call != null
            && List.of("archive-push", "archive-get", "restore").stream()
                .anyMatch(call::hasArgument);
    boolean open =
        call == null
            || call.hasOption("stanza")
            || call.arguments().stream().map(ShellWord::text).anyMatch(StanzaMissing::isVariable);
    return needs && !open ? call : null;
  }

  private static boolean isVariable(String word) {
    return word.contains("$") || word.contains("{{");
  }

  private static String only(Node node) {
    SourceFile conf = node.pgbackrest();
    List<Stanza> stanzas = conf == null ? List.of() : Stanza.of(conf);
    return stanzas.size() == 1 ? stanzas.get(0).name() : "";
  }

  private static String added(String text, CommandCall call, String stanza) {
    int end = call.program().span().end();
    return text.substring(0, end) + " --stanza=" + stanza + text.substring(end);
  }

  private static String message(CommandCall call) {
    String verb =
        List.of("archive-push", "archive-get", "restore").stream()
            .filter(call::hasArgument)
            .findFirst()
            .orElse("");
    return "pgBackRest is called without --stanza. Unless PGBACKREST_STANZA is in the environment of"
        + " Patroni, it stops with \""
        + verb
        + " command requires option: stanza\".";
  }
}
