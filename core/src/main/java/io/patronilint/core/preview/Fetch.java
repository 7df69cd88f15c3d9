package io.patronilint.core.preview;

import io.patronilint.core.ini.IniFile;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.SourceFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a {@code restore_command} can fetch WAL, as far as files tell.
 *
 * @param works whether nothing speaks against it
 * @param why why it cannot; empty if it works
 */
record Fetch(boolean works, String why) {

  private static final Fetch WORKS = new Fetch(true, "");
  private static final Set<String> NOTHING = Set.of("true", "false", ":", "exit", "test", "[");

  /** Judges {@code command}, which a shell runs. */
  static Fetch of(String command, @Nullable SourceFile pgbackrest) {
    if (command.isBlank()) {
      return new Fetch(false, "it is empty");
    }
    CommandLine line = CommandLine.ofShell(command);
    if (line.problem() != null) {
      return new Fetch(false, "a shell cannot read it");
    }
    if (!line.calls().isEmpty()
        && line.calls().stream().allMatch(call -> NOTHING.contains(call.name()))) {
      return new Fetch(false, "it fetches nothing");
    }
    if (!line.hasPlaceholder("%p") || !line.hasPlaceholder("%f")) {
      String missing = line.hasPlaceholder("%p") ? "%f" : "%p";
      return new Fetch(false, "it lacks " + missing);
    }
    for (CommandCall call : line.calls()) {
      String unknown = call.isPgBackRest() ? unknownStanza(call, pgbackrest) : null;
      if (unknown != null) {
        return new Fetch(false, unknown);
      }
    }
    return WORKS;
  }

  /** Says that pgBackRest does not know the stanza of {@code call}; null if it may. */
  static @Nullable String unknownStanza(CommandCall call, @Nullable SourceFile pgbackrest) {
    String stanza = call.optionValue("stanza");
    if (stanza == null || pgbackrest == null || call.hasOption("pg1-path")) {
      return null;
    }
    if (!pgbackrest.problems().isEmpty() || call.hasOption("config-include-path")) {
      return null;
    }
    for (IniFile.Section section : pgbackrest.ini().sections()) {
      if (section.name().equals(stanza) && section.find("pg1-path") != null) {
        return null;
      }
      if (section.name().equals("global") && section.find("pg1-path") != null) {
        return null;
      }
    }
    return "pgBackRest does not know the stanza "
        + stanza
        + ": "
        + pgbackrest.path()
        + " has no section ["
        + stanza
        + "] with pg1-path";
  }
}
