package io.patronilint.rules.support;

import io.patronilint.core.ini.IniFile;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call of a backup tool that restores the files of a cluster.
 *
 * @param line the command line it stands in
 * @param call the call
 * @param tool the tool
 */
public record RestoreCall(CommandLine line, CommandCall call, RestoreTool tool) {

  private static final Set<String> PGBACKREST_TARGETS =
      Set.of("immediate", "lsn", "name", "time", "xid");

  /** Finds the restore in {@code command}, which Patroni runs without a shell. */
  public static Optional<RestoreCall> of(String command) {
    return of(CommandLine.ofExec(command));
  }

  /** Finds the restore in {@code line}. */
  public static Optional<RestoreCall> of(CommandLine line) {
    if (line.problem() != null || Templates.unrendered(line.command())) {
      return Optional.empty();
    }
    for (CommandCall call : line.calls()) {
      for (RestoreTool tool : RestoreTool.values()) {
        String verb = tool.verb();
        boolean named = call.name().equals(tool.program());
        if (named && (verb == null || call.hasArgument(verb))) {
          return Optional.of(new RestoreCall(line, call, tool));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the recovery parameter for the target that the tool is asked to write; empty if it is
   * asked for none.
   *
   * @param pgbackrest the node's pgbackrest.conf, or null
   */
  public Optional<String> target(@Nullable SourceFile pgbackrest) {
    if (tool == RestoreTool.PGBACKREST) {
      return option("type", pgbackrest)
          .filter(PGBACKREST_TARGETS::contains)
          .map(type -> type.equals("immediate") ? "recovery_target" : "recovery_target_" + type);
    }
    if (tool != RestoreTool.BARMAN) {
      return Optional.empty();
    }
    for (String kind : List.of("lsn", "name", "time", "xid")) {
      if (call.hasOption("target-" + kind)) {
        return Optional.of("recovery_target_" + kind);
      }
    }
    return call.hasOption("target-immediate") ? Optional.of("recovery_target") : Optional.empty();
  }

  /**
   * Returns what PostgreSQL is told to do at the target; empty if the tool leaves that open.
   *
   * @param pgbackrest the node's pgbackrest.conf, or null
   */
  public Optional<String> targetAction(@Nullable SourceFile pgbackrest) {
    boolean option =
        call.arguments().stream().anyMatch(a -> a.text().contains("recovery_target_action="));
    return option ? Optional.of("promote") : option("target-action", pgbackrest);
  }

  /** Returns the option's value from the command line or else from pgbackrest.conf. */
  public Optional<String> option(String name, @Nullable SourceFile pgbackrest) {
    String given = call.optionValue(name);
    if (given != null || tool != RestoreTool.PGBACKREST || pgbackrest == null) {
      return Optional.ofNullable(given);
    }
    List<String> sections = new ArrayList<>();
    String stanza = call.optionValue("stanza");
    if (stanza != null) {
      sections.add(stanza + ":restore");
      sections.add(stanza);
    }
    sections.add("global:restore");
    sections.add("global");
    for (String section : sections) {
      IniFile.Section found = pgbackrest.ini().section(section);
      IniFile.Key key = found == null ? null : found.find(name);
      if (key != null) {
        return Optional.of(key.value());
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the restore_command that fetches WAL from the same place, wrappers and the stanza
   * included; empty if it cannot be told from the command.
   */
  public Optional<String> restoreCommand() {
    String fetch = tool.fetch();
    boolean plain = line.calls().size() == 1 && line.operators().isEmpty();
    boolean shell = call.wrappers().stream().anyMatch(RestoreCall::isShell);
    if (fetch == null || !plain || shell) {
      return Optional.empty();
    }
    StringBuilder command = new StringBuilder();
    command.append(line.command(), 0, call.program().span().end());
    if (tool == RestoreTool.PGBACKREST) {
      for (String name : List.of("config", "config-path", "stanza")) {
        ShellWord option = call.option(name);
        String value = call.optionValue(name);
        if (option != null && value != null) {
          command.append(" --").append(name).append('=').append(value);
        } else if (name.equals("stanza")) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(command.append(' ').append(fetch).toString().strip());
  }

  /** Returns the offset in the command line behind the word that makes the tool restore. */
  public int verbEnd() {
    String verb = tool.verb();
    return call.arguments().stream()
        .filter(a -> verb != null && a.text().equals(verb))
        .findFirst()
        .orElse(call.program())
        .span()
        .end();
  }

  private static boolean isShell(String wrapper) {
    return switch (wrapper) {
      case "sh", "bash", "dash", "ash", "ksh", "zsh", "su", "runuser" -> true;
      default -> false;
    };
  }
}
