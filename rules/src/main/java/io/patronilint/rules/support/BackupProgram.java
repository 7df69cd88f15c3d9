package io.patronilint.rules.support;

import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The backup tool that a {@code restore_command} fetches WAL with, and how it is called.
 *
 * @param tool the tool
 * @param prefix the words that any call of it starts with, as a shell reads them: wrappers, the
 *     program, the options that say where the backups are
 * @param repository what the backups are filed under: the stanza of pgBackRest, the server of
 *     Barman; empty if the tool has no such thing or it is not named
 */
public record BackupProgram(RestoreTool tool, String prefix, String repository) {

  /** Options of {@code archive-get} that {@code restore} does not take. */
  private static final List<String> ONLY_ARCHIVE_GET =
      List.of("--archive-async", "--no-archive-async", "--archive-get-queue-max");

  /**
   * Recognises the tool.
   *
   * @return empty where that is not certain: for other tools, wrappers and shell operators
   */
  public static Optional<BackupProgram> of(String restoreCommand) {
    CommandLine line = CommandLine.ofShell(restoreCommand);
    if (line.problem() != null || line.calls().size() != 1 || !line.operators().isEmpty()) {
      return Optional.empty();
    }
    CommandCall call = line.calls().get(0);
    String before = restoreCommand.substring(0, call.program().span().start());
    boolean direct = call.wrappers().isEmpty() && before.isBlank();
    boolean envdir = call.wrappers().equals(List.of("envdir"));
    if (call.isPgBackRest() && direct) {
      return pgBackRest(call);
    }
    if (call.name().equals("wal-g") && (direct || envdir)) {
      return walG(call, before);
    }
    return call.name().equals("barman-wal-restore") && direct ? barman(call) : Optional.empty();
  }

  private static Optional<BackupProgram> pgBackRest(CommandCall call) {
    List<String> words = new ArrayList<>();
    words.add(call.program().text());
    for (ShellWord argument : call.arguments()) {
      String text = argument.text();
      boolean option = text.startsWith("--");
      if (!option && !List.of("archive-get", "%f", "%p").contains(text)) {
        return Optional.empty();
      }
      if (option && ONLY_ARCHIVE_GET.stream().noneMatch(text::startsWith)) {
        words.add(text);
      }
    }
    String stanza = call.optionValue("stanza");
    return call.hasArgument("archive-get")
        ? Optional.of(
            new BackupProgram(RestoreTool.PGBACKREST, line(words), stanza == null ? "" : stanza))
        : Optional.empty();
  }

  private static Optional<BackupProgram> walG(CommandCall call, String before) {
    List<String> words = new ArrayList<>(List.of(call.program().text()));
    for (ShellWord argument : call.arguments()) {
      if (argument.text().equals("wal-fetch")) {
        return Optional.of(new BackupProgram(RestoreTool.WAL_G, before + line(words), ""));
      }
      words.add(argument.text());
    }
    return Optional.empty();
  }

  /** {@code barman-wal-restore [OPTION...] HOST SERVER %f %p}, which asks the host by ssh. */
  private static Optional<BackupProgram> barman(CommandCall call) {
    List<ShellWord> words = call.arguments();
    int size = words.size();
    if (size < 4 || !words.get(size - 1).text().equals("%p")) {
      return Optional.empty();
    }
    String host = words.get(size - 4).text();
    String user = call.optionValue("user");
    int shortOption = words.stream().map(ShellWord::text).toList().indexOf("-U");
    if (user == null && shortOption >= 0) {
      user = words.get(shortOption + 1).text();
    }
    String address = (user == null ? "barman" : user) + "@" + host;
    return Optional.of(new BackupProgram(RestoreTool.BARMAN, address, words.get(size - 3).text()));
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(ShellQuoting::word).toList());
  }
}
