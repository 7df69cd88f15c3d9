package io.patronilint.core.preview;

import io.patronilint.core.ini.IniFile;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command of a bootstrap or replica creation method leaves in the data directory.
 *
 * @param failure why the command fails, or null if nothing says that it does
 * @param tool the backup tool; empty if the command is something that we do not know
 * @param signal the signal file that it leaves; empty if none
 * @param settings the recovery settings that it leaves in postgresql.auto.conf
 * @param bringsWal whether it puts all the WAL there is into the data directory
 */
record RestoreRun(
    @Nullable String failure,
    String tool,
    String signal,
    Map<String, String> settings,
    boolean bringsWal) {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "su", "runuser");

  /** Options that take part in what {@code pgbackrest restore} does and that it accepts. */
  private static final Set<String> TARGETS = Set.of("lsn", "name", "time", "xid");

  RestoreRun {
    settings = Map.copyOf(settings);
  }

  /**
   * Works out what {@code command} does, which Patroni runs without a shell.
   *
   * @param options the options that Patroni adds, as {@code --name=value}
   * @param pgbackrest the node's pgbackrest.conf, or null
   */
  static RestoreRun of(String command, List<String> options, @Nullable SourceFile pgbackrest) {
    CommandLine line = CommandLine.ofExec(command);
    if (line.problem() != null || line.calls().isEmpty()) {
      return failed("the command cannot be cut into words");
    }
    for (CommandCall call : line.calls()) {
      boolean direct = call.wrappers().stream().noneMatch(SHELLS::contains);
      RestoreRun run = of(call, direct ? options : List.of(), pgbackrest);
      if (run != null) {
        return run;
      }
    }
    return plain("");
  }

  /** Returns what one program does, or null if we know nothing of it. */
  private static @Nullable RestoreRun of(
      CommandCall call, List<String> added, @Nullable SourceFile pgbackrest) {
    String name = call.name();
    return switch (name) {
      case "pgbackrest" -> call.hasArgument("restore") ? pgBackRest(call, added, pgbackrest) : null;
      case "wal-g", "wal-e" ->
          call.hasArgument("backup-fetch") ? strict(name, added, plain(name)) : null;
      case "barman" ->
          call.hasArgument("recover") || call.hasArgument("restore")
              ? strict(name, added, barman(call))
              : null;
      case "barman-cloud-restore" -> strict(name, added, plain(name));
      case "patroni_barman" -> new RestoreRun(null, "Barman", "", Map.of(), true);
      case "pg_basebackup" -> strict(name, added, new RestoreRun(null, name, "", Map.of(), true));
      case "false" -> failed("the command does nothing but fail");
      default -> null;
    };
  }

  /** A tool that ends with an error where it gets an option that it does not know. */
  private static RestoreRun strict(String tool, List<String> added, RestoreRun run) {
    return added.isEmpty() ? run : refused(tool, added);
  }

  boolean known() {
    return !tool.isEmpty();
  }

  private static RestoreRun failed(String why) {
    return new RestoreRun(why, "", "", Map.of(), false);
  }

  private static RestoreRun refused(String tool, List<String> options) {
    return failed(tool + " does not know the option " + options.get(0) + ", which Patroni adds");
  }

  private static RestoreRun plain(String tool) {
    return new RestoreRun(null, tool, "", Map.of(), false);
  }

  private static RestoreRun barman(CommandCall call) {
    boolean target = call.arguments().stream().anyMatch(a -> a.text().startsWith("--target-"));
    if (!target && !call.hasOption("get-wal") && !call.hasOption("standby-mode")) {
      return new RestoreRun(null, "Barman", "", Map.of(), true);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("restore_command", "barman");
    for (String kind : TARGETS) {
      String value = call.optionValue("target-" + kind);
      if (value != null) {
        settings.put("recovery_target_" + kind, value);
      }
    }
    if (call.hasOption("target-immediate")) {
      settings.put("recovery_target", "immediate");
    }
    String action = call.optionValue("target-action");
    if (action != null) {
      settings.put("recovery_target_action", action);
    }
    boolean standby = call.hasOption("standby-mode");
    String signal = standby ? "standby.signal" : "recovery.signal";
    return new RestoreRun(null, "Barman", signal, settings, false);
  }

  private static RestoreRun pgBackRest(
      CommandCall call, List<String> added, @Nullable SourceFile conf) {
    for (String option : added) {
      if (!PgBackRestOptions.accepts(option)) {
        return failed(
            "pgBackRest answers \"[031]: invalid option '" + option + "'\", which Patroni adds");
      }
    }
    String stray = PgBackRestOptions.stray(call);
    if (stray != null) {
      return failed(
          "pgBackRest answers \"[096]: command does not allow parameters\" because of '"
              + stray
              + "'");
    }
    String unknown = Fetch.unknownStanza(call, conf);
    if (unknown != null) {
      return failed(unknown);
    }
    String type = option(call, added, "type", conf).orElse("default");
    Map<String, String> settings = new LinkedHashMap<>();
    if (type.equals("none") || type.equals("preserve")) {
      return new RestoreRun(null, "pgBackRest", "", settings, false);
    }
    settings.put("restore_command", "pgbackrest");
    if (type.equals("immediate")) {
      settings.put("recovery_target", "immediate");
    } else if (TARGETS.contains(type)) {
      Optional<String> target = option(call, added, "target", conf);
      if (target.isEmpty()) {
        return failed("pgBackRest needs --target for --type=" + type);
      }
      settings.put("recovery_target_" + type, target.get());
    }
    option(call, added, "target-action", conf)
        .ifPresent(action -> settings.put("recovery_target_action", action));
    String signal = type.equals("standby") ? "standby.signal" : "recovery.signal";
    return new RestoreRun(null, "pgBackRest", signal, settings, false);
  }

  private static Optional<String> option(
      CommandCall call, List<String> added, String name, @Nullable SourceFile conf) {
    String given = call.optionValue(name);
    if (given != null) {
      return Optional.of(given);
    }
    String prefix = "--" + name + "=";
    Optional<String> more =
        added.stream()
            .filter(o -> o.startsWith(prefix))
            .map(o -> o.substring(prefix.length()))
            .findFirst();
    if (more.isPresent() || conf == null) {
      return more;
    }
    String stanza = call.optionValue("stanza");
    for (String section :
        List.of(stanza + ":restore", String.valueOf(stanza), "global:restore", "global")) {
      IniFile.Section found = conf.ini().section(section);
      IniFile.Key key = found == null ? null : found.find(name);
      if (key != null) {
        return Optional.of(key.value());
      }
    }
    return Optional.empty();
  }
}
