package io.patronilint.core.preview;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recovery of a database that a custom bootstrap method restored. */
final class BootstrapRecovery {

  private final Situation at;
  private final Draft draft;
  private final BootstrapMethod method;
  private final RestoreRun run;
  private final String path;

  /** The settings that PostgreSQL recovers with. */
  private final Map<String, String> settings = new LinkedHashMap<>();

  private String signal = "";

  BootstrapRecovery(Situation at, Draft draft, BootstrapMethod method, RestoreRun run) {
    this.at = at;
    this.draft = draft;
    this.method = method;
    this.run = run;
    this.path = "bootstrap." + method.name();
  }

  Verdict verdict() {
    collect();
    if (signal.isEmpty()) {
      return withoutSignal();
    }
    String command = settings.getOrDefault("restore_command", "");
    if (signal.equals("standby.signal")) {
      draft.evidence(null, "standby.signal makes PostgreSQL a standby that never ends recovery");
      return draft.end(
          Outcome.WAITS_FOR_WAL,
          hotStandbyOff() ? Contents.NONE : Contents.COMPLETE,
          "PostgreSQL will wait for more WAL for ever, because it is restored as a standby;"
              + " Patroni says \"waiting for end of recovery after bootstrap\".");
    }
    if (command.isEmpty() && !run.bringsWal()) {
      return exits(
          "PostgreSQL does not start recovery without restore_command (\"must specify"
              + " restore_command when standby mode is not enabled\")");
    }
    Fetch fetch = fetch(command);
    if (!fetch.works()) {
      return exits("restore_command cannot fetch WAL: " + fetch.why());
    }
    return targeted();
  }

  /** Works out which settings reach PostgreSQL, and the signal file. */
  private void collect() {
    boolean keeps = method.keepsRecoveryConf();
    Optional<ConfigNode> recoveryConf = method.recoveryConf();
    recoveryConf.ifPresent(this::addRecoveryConf);
    if (recoveryConf.isPresent()) {
      boolean standby = recoveryConf.get().child("standby_mode").filter(Settings::on).isPresent();
      signal = standby ? "standby.signal" : "recovery.signal";
      draft.change(Changes.forBootstrap(at, signal));
    }
    if (keeps) {
      // postgresql.auto.conf is read after postgresql.conf, and it is not cleaned yet.
      settings.putAll(run.settings());
      signal = signal.isEmpty() ? run.signal() : signal;
      methodKey("keep_existing_recovery_conf")
          .ifPresent(
              n -> draft.evidence(n.location(), "the settings that the command leaves are kept"));
    }
  }

  private void addRecoveryConf(ConfigNode section) {
    draft.evidence(section.keyLocation(), "Patroni writes these recovery settings");
    for (ConfigNode child : section.children()) {
      if (!child.isNull()) {
        settings.put(child.key().toLowerCase(Locale.ROOT), child.text().orElse(""));
      }
    }
  }

  private Optional<ConfigNode> methodKey(String key) {
    return method.section() == null ? Optional.empty() : method.section().child(key);
  }

  /** With neither, Patroni removes what the tool left ({@code remove_recovery_conf}). */
  private Verdict withoutSignal() {
    if (run.bringsWal()) {
      return primary(Contents.COMPLETE, "the restored backup brings its WAL along");
    }
    boolean removed = !method.keepsRecoveryConf();
    Optional<ConfigNode> local = at.node().local().at("postgresql", "recovery_conf");
    local.ifPresent(n -> draft.evidence(n.keyLocation(), "this is not used in a custom bootstrap"));
    if (removed) {
      draft.evidence(
          method.method().location(),
          path + " has neither keep_existing_recovery_conf nor recovery_conf");
    }
    return exits(
        removed
            ? "the recovery settings that the restore leaves are removed, and PostgreSQL does not"
                + " find the WAL of the backup (\"could not locate required checkpoint record\")"
            : run.tool()
                + " leaves no recovery settings to keep, and PostgreSQL does not find the WAL of"
                + " the backup (\"could not locate required checkpoint record\")");
  }

  private Fetch fetch(String command) {
    boolean left = run.settings().getOrDefault("restore_command", "").equals(command);
    return command.isEmpty() || left
        ? new Fetch(true, "")
        : Fetch.of(command, at.node().pgbackrest());
  }

  private Verdict targeted() {
    List<String> targets =
        RecoveryParameters.targets().stream()
            .sorted()
            .filter(name -> !settings.getOrDefault(name, "").isEmpty())
            .toList();
    if (targets.size() > 1) {
      return exits(
          "PostgreSQL takes one recovery target and gets " + String.join(" and ", targets));
    }
    if (targets.isEmpty()) {
      return primary(Contents.COMPLETE, "PostgreSQL replays all WAL that the archive has");
    }
    String name = targets.get(0);
    String value = settings.getOrDefault(name, "");
    draft.evidence(place(name), name + " = " + Wording.quoted(value));
    TargetTime time = TargetTime.of(name, value, at.now());
    if (time == TargetTime.INVALID) {
      return exits("PostgreSQL does not take " + Wording.quoted(value) + " for a time");
    }
    if (time == TargetTime.FUTURE) {
      return exits(
          "the recovery target "
              + value
              + " is in the future and never reached (\"recovery ended before configured recovery"
              + " target was reached\")");
    }
    return atTarget(value);
  }

  private @Nullable Location place(String name) {
    return method
        .recoveryConf()
        .flatMap(c -> c.child(name))
        .or(() -> methodKey("command"))
        .map(ConfigNode::location)
        .orElse(null);
  }

  private Verdict atTarget(String value) {
    String action = action();
    if (action.equals("promote")) {
      return primary(Contents.COMPLETE, "PostgreSQL promotes at the recovery target " + value);
    }
    if (action.equals("shutdown") || hotStandbyOff()) {
      return exits(
          action.equals("shutdown")
              ? "PostgreSQL shuts down at the recovery target, as recovery_target_action says"
              : "PostgreSQL shuts down at the recovery target: recovery_target_action is pause,"
                  + " and Patroni runs this bootstrap with hot_standby = off, which makes a"
                  + " shutdown of it");
    }
    return draft.end(
        Outcome.PAUSED,
        Contents.COMPLETE,
        "Recovery will pause at the target "
            + value
            + " for ever (\"pausing at the end of recovery\"; Patroni says \"waiting for end of"
            + " recovery after bootstrap\"), because recovery_target_action is not promote.");
  }

  private String action() {
    String action = settings.getOrDefault("recovery_target_action", "");
    String pause = settings.getOrDefault("pause_at_recovery_target", "").toLowerCase(Locale.ROOT);
    if (action.isEmpty()) {
      return List.of("false", "off", "no", "0").contains(pause) ? "promote" : "pause";
    }
    return action.toLowerCase(Locale.ROOT);
  }

  /** {@code ConfigHandler.effective_configuration}. */
  private boolean hotStandbyOff() {
    return method.keepsRecoveryConf()
        || method
            .recoveryConf()
            .flatMap(c -> c.child("recovery_target_action"))
            .flatMap(ConfigNode::text)
            .filter("promote"::equals)
            .isPresent();
  }

  private Verdict primary(Contents contents, String why) {
    Optional<ConfigNode> bad = at.settings().notJson();
    if (bad.isPresent()) {
      return NotJson.verdict(draft, bad.get(), contents);
    }
    draft.assume("The command of " + path + " succeeds and the archive holds the WAL.");
    return draft.end(
        Outcome.PRIMARY,
        contents,
        "Patroni will restore the backup with "
            + path
            + " and become primary of a new cluster: "
            + why
            + ".");
  }

  private Verdict exits(String why) {
    draft.loses("The restored data directory is moved aside (renamed to .failed).");
    return draft.end(
        Outcome.EXITS,
        Contents.NONE,
        "Patroni will restore the backup with "
            + path
            + ", give up and exit (\"Failed to bootstrap cluster\"), because "
            + why
            + ".");
  }
}
