package io.patronilint.rules.recovery;

import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The bootstrap method that restores with the tool that a {@code restore_command} fetches WAL with.
 *
 * @param method its name
 * @param section its section
 */
record BackupRestore(String method, Map<String, Object> section) {

  /** Options of {@code archive-get} that {@code restore} does not take. */
  private static final List<String> ONLY_ARCHIVE_GET =
      List.of("--archive-async", "--no-archive-async", "--archive-get-queue-max");

  private static final List<String> FALSE = List.of("false", "off", "no", "0", "f", "n");

  BackupRestore {
    section = new LinkedHashMap<>(section);
  }

  /**
   * Works the method out.
   *
   * @param recovery the recovery parameters that ask for the restore, for its target
   * @return empty where that is not certain: for other tools, wrappers and shell operators
   */
  static Optional<BackupRestore> of(
      Node node, Map<String, String> recovery, String restoreCommand) {
    CommandLine line = CommandLine.ofShell(restoreCommand);
    if (line.problem() != null || line.calls().size() != 1 || !line.operators().isEmpty()) {
      return Optional.empty();
    }
    CommandCall call = line.calls().get(0);
    String prefix = restoreCommand.substring(0, call.program().span().start());
    boolean direct = call.wrappers().isEmpty() && prefix.isBlank();
    boolean envdir = call.wrappers().equals(List.of("envdir"));
    if (call.isPgBackRest() && direct) {
      return pgBackRest(recovery, call);
    }
    boolean target = !targets(recovery).isEmpty();
    return call.name().equals("wal-g") && (direct || envdir) && !target
        ? walG(node, call, prefix, restoreCommand)
        : Optional.empty();
  }

  private static Optional<BackupRestore> pgBackRest(
      Map<String, String> recovery, CommandCall call) {
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
    List<String> targets = targets(recovery);
    if (!call.hasArgument("archive-get") || targets.size() > 1) {
      return Optional.empty();
    }
    for (String target : targets) {
      words.addAll(target(recovery, target));
    }
    words.add("restore");
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("command", String.join(" ", words.stream().map(ShellQuoting::word).toList()));
    section.put("keep_existing_recovery_conf", true);
    section.put("no_params", true);
    return Optional.of(new BackupRestore("pgbackrest", section));
  }

  private static List<String> targets(Map<String, String> recovery) {
    List<String> targets = new ArrayList<>();
    for (String name : recovery.keySet()) {
      if (RecoveryParameters.targets().contains(name)) {
        targets.add(name);
      }
    }
    return targets;
  }

  /** Without the action promote PostgreSQL would shut down at the target and Patroni give up. */
  private static List<String> target(Map<String, String> recovery, String name) {
    if (name.equals("recovery_target")) {
      return List.of("--type=immediate", "--target-action=promote");
    }
    List<String> options = new ArrayList<>();
    options.add("--type=" + name.substring("recovery_target_".length()));
    options.add("--target=" + recovery.get(name));
    String timeline = recovery.get("recovery_target_timeline");
    if (timeline != null) {
      options.add("--target-timeline=" + timeline);
    }
    String inclusive = recovery.getOrDefault("recovery_target_inclusive", "");
    if (FALSE.contains(inclusive.toLowerCase(Locale.ROOT))) {
      options.add("--target-exclusive");
    }
    options.add("--target-action=promote");
    return options;
  }

  /** WAL-G writes neither recovery settings nor a signal file: Patroni has to. */
  private static Optional<BackupRestore> walG(
      Node node, CommandCall call, String prefix, String restoreCommand) {
    String data = node.local().at("postgresql", "data_dir").flatMap(ConfigNode::text).orElse("");
    if (!call.hasArgument("wal-fetch") || data.isEmpty() || Templates.unrendered(data)) {
      return Optional.empty();
    }
    Map<String, Object> recovery = new LinkedHashMap<>();
    recovery.put("restore_command", restoreCommand);
    recovery.put("recovery_target_timeline", "latest");
    recovery.put("recovery_target_action", "promote");
    Map<String, Object> section = new LinkedHashMap<>();
    String program = ShellQuoting.word(call.program().text());
    section.put(
        "command", prefix + program + " backup-fetch " + ShellQuoting.word(data) + " LATEST");
    section.put("no_params", true);
    section.put("recovery_conf", recovery);
    return Optional.of(new BackupRestore("wal_g", section));
  }
}
