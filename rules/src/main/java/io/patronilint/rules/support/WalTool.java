package io.patronilint.rules.support;

import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call of a program that archives or fetches one WAL file and whose operands are known.
 *
 * @param call the call
 * @param verb the word that makes it archive or fetch
 * @param fetches whether it fetches a file; otherwise it archives one
 * @param operands the words behind the verb that are no options
 */
public record WalTool(CommandCall call, ShellWord verb, boolean fetches, List<ShellWord> operands) {

  /** Copies the list. */
  public WalTool {
    operands = List.copyOf(operands);
  }

  /** Finds the only such call in {@code line}; null if there is none or several. */
  public static @Nullable WalTool of(CommandLine line) {
    WalTool found = null;
    for (CommandCall call : line.calls()) {
      WalTool tool = of(call);
      if (tool != null && found != null) {
        return null;
      }
      found = tool == null ? found : tool;
    }
    return found;
  }

  private static @Nullable WalTool of(CommandCall call) {
    return switch (call.name()) {
      case "pgbackrest" -> of(call, "archive-get", "archive-push");
      case "wal-g", "wal-e" -> of(call, "wal-fetch", "wal-push");
      default -> null;
    };
  }

  private static @Nullable WalTool of(CommandCall call, String fetch, String archive) {
    List<ShellWord> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.equals(fetch) || text.equals(archive)) {
        List<ShellWord> operands =
            arguments.subList(i + 1, arguments.size()).stream()
                .filter(w -> !w.text().startsWith("-"))
                .toList();
        return new WalTool(call, arguments.get(i), text.equals(fetch), operands);
      }
    }
    return null;
  }

  /** Tells whether the operand of {@code placeholder} is among the operands. */
  public boolean has(String placeholder) {
    return indexOf(placeholder) >= 0;
  }

  /** Tells whether the file's name and the path to put it at change places. */
  public boolean swapped() {
    return fetches && has("%f") && has("%p") && indexOf("%p") < indexOf("%f");
  }

  private int indexOf(String placeholder) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i).text().contains(placeholder)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns {@code command} with the operands that the program needs, or null if it is not clear
   * what the operands that are there stand for.
   */
  public @Nullable String corrected(String command) {
    String path = call.wrappers().isEmpty() ? "\"%p\"" : "%p";
    List<String> wanted = fetches ? List.of("%f", path) : List.of(path);
    if (operands.isEmpty()) {
      return insert(command, verb.span().end(), " " + String.join(" ", wanted));
    }
    if (operands.size() == wanted.size()) {
      String text = command;
      for (int i = wanted.size() - 1; i >= 0; i--) {
        int start = operands.get(i).span().start();
        text =
            text.substring(0, start) + wanted.get(i) + text.substring(operands.get(i).span().end());
      }
      return text;
    }
    if (operands.size() == 1 && has("%f")) {
      return insert(command, operands.get(0).span().end(), " " + path);
    }
    return operands.size() == 1 && has("%p")
        ? insert(command, operands.get(0).span().start(), "%f ")
        : null;
  }

  private static String insert(String text, int at, String inserted) {
    return text.substring(0, at) + inserted + text.substring(at);
  }
}
