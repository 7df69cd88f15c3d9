package io.patronilint.rules.support;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellOperator;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out the restore_command that reads what a node archives or restores from. */
public final class FetchCommand {

  /** Options that pgBackRest takes for archive-push and archive-get alike. */
  private static final Set<String> PGBACKREST =
      Set.of("config", "config-path", "config-include-path", "stanza", "pg1-path");

  private FetchCommand() {}

  /**
   * Returns the command for {@code node}: the counterpart of its archive_command, else of the
   * restore that makes replicas or the cluster, else for the only stanza of pgbackrest.conf.
   */
  public static Optional<String> of(Node node) {
    return ServerCommand.of(node, Set.of("archive_command")).stream()
        .map(c -> counterpart(c.value()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> fromRestore(node))
        .or(() -> fromStanza(node));
  }

  /** Returns the restore_command for what {@code archiveCommand} archives, if that is certain. */
  public static Optional<String> counterpart(String archiveCommand) {
    CommandLine line = CommandLine.ofShell(archiveCommand);
    if (line.problem() != null || line.calls().isEmpty()) {
      return Optional.empty();
    }
    if (line.operators().isEmpty() && line.calls().size() == 1) {
      CommandCall call = line.calls().get(0);
      boolean plain = call.wrappers().stream().allMatch(w -> w.equals("env") || w.equals("envdir"));
      return plain ? ofTool(archiveCommand, call) : Optional.empty();
    }
    boolean onlyAnd = line.operators().stream().allMatch(o -> o.kind() == ShellOperator.Kind.AND);
    CommandCall last = line.calls().get(line.calls().size() - 1);
    boolean tests =
        line.calls().subList(0, line.calls().size() - 1).stream()
            .allMatch(c -> c.name().equals("test") || c.name().equals("["));
    return onlyAnd && tests && last.name().equals("cp") && last.wrappers().isEmpty()
        ? copy(archiveCommand, last)
        : Optional.empty();
  }

  private static Optional<String> ofTool(String text, CommandCall call) {
    return switch (call.name()) {
      case "pgbackrest" -> pgBackRest(text, call);
      case "wal-g", "wal-e" -> walG(text, call);
      case "barman-wal-archive" -> barman(text, call);
      case "cp" -> call.wrappers().isEmpty() ? copy(text, call) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> pgBackRest(String text, CommandCall call) {
    if (!call.hasArgument("archive-push") || call.optionValue("stanza") == null) {
      return Optional.empty();
    }
    StringBuilder command = new StringBuilder(text.substring(0, call.program().span().end()));
    for (ShellWord argument : call.arguments()) {
      String name = argument.text();
      int equals = name.indexOf('=');
      if (name.startsWith("--") && equals > 0 && PGBACKREST.contains(name.substring(2, equals))) {
        command.append(' ').append(slice(text, argument));
      } else if (name.startsWith("--") && PGBACKREST.contains(name.substring(2))) {
        return Optional.empty();
      }
    }
    return Optional.of(command.append(" archive-get %f \"%p\"").toString().strip());
  }

  private static Optional<String> walG(String text, CommandCall call) {
    return call.arguments().stream()
        .filter(a -> a.text().equals("wal-push"))
        .findFirst()
        .map(push -> text.substring(0, push.span().start()).strip() + " wal-fetch \"%f\" \"%p\"");
  }

  private static Optional<String> barman(String text, CommandCall call) {
    int end = call.program().span().end();
    List<ShellWord> words = call.arguments();
    boolean known =
        words.stream()
            .map(ShellWord::text)
            .allMatch(
                w ->
                    !w.startsWith("-")
                        || w.startsWith("--user")
                        || w.startsWith("--port")
                        || w.startsWith("-U"));
    if (!known || words.isEmpty() || !words.get(words.size() - 1).text().equals("%p")) {
      return Optional.empty();
    }
    String program = text.substring(0, end).replace("barman-wal-archive", "barman-wal-restore");
    String middle = text.substring(end, words.get(words.size() - 1).span().start());
    return Optional.of((program + middle + "%f %p").strip());
  }

  private static Optional<String> copy(String text, CommandCall call) {
    List<ShellWord> files =
        call.arguments().stream().filter(a -> !a.text().startsWith("-")).toList();
    if (files.size() != 2
        || !files.get(0).text().equals("%p")
        || !files.get(1).text().startsWith("/")
        || !files.get(1).text().endsWith("/%f")) {
      return Optional.empty();
    }
    String program = slice(text, call.program());
    return Optional.of(program + " " + slice(text, files.get(1)) + " " + slice(text, files.get(0)));
  }

  private static String slice(String text, ShellWord word) {
    return text.substring(word.span().start(), word.span().end());
  }

  private static Optional<String> fromRestore(Node node) {
    Optional<String> replica =
        ReplicaMethod.of(node).stream()
            .map(m -> m.option("command"))
            .flatMap(Optional::stream)
            .map(ConfigNode::text)
            .flatMap(Optional::stream)
            .map(FetchCommand::restoring)
            .flatMap(Optional::stream)
            .findFirst();
    return replica.or(
        () ->
            StandbyClusters.bootstrapMethod(node)
                .flatMap(BootstrapMethod::command)
                .flatMap(FetchCommand::restoring));
  }

  private static Optional<String> restoring(String command) {
    return RestoreCall.of(command).flatMap(RestoreCall::restoreCommand);
  }

  private static Optional<String> fromStanza(Node node) {
    List<String> stanzas = Stanza.of(node).stream().map(Stanza::name).distinct().toList();
    return stanzas.size() == 1
        ? Optional.of(
            "pgbackrest --stanza=" + ShellQuoting.word(stanzas.get(0)) + " archive-get %f \"%p\"")
        : Optional.empty();
  }
}
