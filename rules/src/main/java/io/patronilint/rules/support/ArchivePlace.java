package io.patronilint.rules.support;

import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The archive that a command of PostgreSQL puts WAL into or gets it from.
 *
 * @param tool the program or the family of programs that can read what is there
 * @param name what the program calls it: Barman's host and server, a folder; empty where the tool
 *     finds that elsewhere
 */
public record ArchivePlace(String tool, String name) {

  /** Finds the archive of {@code command}; empty unless exactly one is certain. */
  public static Optional<ArchivePlace> of(String command) {
    CommandLine line = CommandLine.ofShell(command);
    if (line.problem() != null || Templates.unrendered(command)) {
      return Optional.empty();
    }
    List<CommandCall> calls = line.calls().stream().filter(c -> !isHelper(c.name())).toList();
    return calls.size() == 1 ? of(calls.get(0)) : Optional.empty();
  }

  private static boolean isHelper(String program) {
    return Set.of("test", "[", "mkdir", "true", ":", "cd").contains(program);
  }

  private static Optional<ArchivePlace> of(CommandCall call) {
    return switch (call.name()) {
      case "pgbackrest" -> Optional.of(new ArchivePlace("pgBackRest", ""));
      case "wal-g", "wal-e" -> Optional.of(new ArchivePlace("WAL-G", ""));
      case "barman-wal-archive", "barman-wal-restore" -> barman(call);
      case "barman-cloud-wal-archive", "barman-cloud-wal-restore" ->
          Optional.of(new ArchivePlace("Barman's object store", ""));
      default -> Optional.empty();
    };
  }

  /** Host and server stand before the placeholders; options may take words of their own. */
  private static Optional<ArchivePlace> barman(CommandCall call) {
    List<String> words = call.arguments().stream().map(ShellWord::text).toList();
    int placeholder = 0;
    while (placeholder < words.size() && !words.get(placeholder).startsWith("%")) {
      placeholder++;
    }
    boolean named =
        placeholder >= 2
            && placeholder < words.size()
            && !words.get(placeholder - 1).startsWith("-")
            && !words.get(placeholder - 2).startsWith("-");
    return Optional.of(
        new ArchivePlace(
            "Barman", named ? words.get(placeholder - 2) + " " + words.get(placeholder - 1) : ""));
  }

  /** Tells whether WAL that went to {@code other} can certainly not be read here. */
  public boolean differs(ArchivePlace other) {
    return !tool.equals(other.tool)
        || (!name.isEmpty() && !other.name.isEmpty() && !name.equals(other.name));
  }

  @Override
  public String toString() {
    return name.isEmpty() ? tool : tool + " (" + name + ")";
  }
}
