package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ShellQuoting;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a recovery target that a backup tool wrote into a data directory which Patroni is about to
 * start.
 *
 * <p>Patroni starts an existing data directory as a standby ({@code Ha.recover}): it strips the
 * target from postgresql.auto.conf ({@code ConfigHandler._sanitize_auto_conf}), or writes
 * recovery.conf anew before PostgreSQL 12, and sets every target to nothing ({@code
 * ConfigHandler.build_recovery_params}).
 */
public final class TargetLostOnRestoredData implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/target-lost-on-restored-data",
          Severity.ERROR,
          "Patroni drops the recovery target of a data directory restored by hand",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      if (!applies(node)) {
        continue;
      }
      AutoConf.of(node)
          .filter(auto -> seen.add(auto.file()))
          .ifPresent(auto -> checkAutoConf(node, auto, findings));
      if (node.target().postgresqlBefore(12) && node.dataDirectory() != null) {
        node.dataDirectory()
            .file("recovery.conf")
            .filter(seen::add)
            .ifPresent(file -> checkRecoveryConf(node, file, findings));
      }
    }
  }

  /**
   * Tells whether the data directory of {@code node} waits for a recovery that Patroni would start
   * as a standby's.
   */
  static boolean applies(Node node) {
    boolean waiting = DataState.has(node, "backup_label") || DataState.has(node, "recovery.signal");
    return waiting && !DataState.has(node, "postmaster.pid") && !DataState.ownedByBootstrap(node);
  }

  private static void checkAutoConf(Node node, AutoConf auto, Findings findings) {
    for (ConfEntry target : auto.strippedTargets()) {
      Finding.Builder finding = start(auto.file(), target);
      auto.stripped("restore_command")
          .flatMap(
              command -> CustomBootstrapRemedy.of(node, auto.strippedValues(), command.value()))
          .map(TargetLostOnRestoredData::shown)
          .ifPresent(finding::fix);
      report(node, auto.file(), target, finding, findings);
    }
  }

  private static void checkRecoveryConf(Node node, SourceFile file, Findings findings) {
    for (ConfEntry entry : file.conf().entries()) {
      String name = entry.name().toLowerCase(Locale.ROOT);
      if (RecoveryParameters.targets().contains(name) && !entry.value().isEmpty()) {
        report(node, file, entry, start(file, entry), findings);
      }
    }
  }

  private static Finding.Builder start(SourceFile file, ConfEntry target) {
    return Finding.at(new Location(file, target.span())).path(target.name());
  }

  private static void report(
      Node node, SourceFile file, ConfEntry target, Finding.Builder finding, Findings findings) {
    if (Templates.unrendered(target.value())) {
      return;
    }
    Optional<RecoverySettings.RestoreCommand> command =
        RecoverySettings.of(node).restoreCommand(node);
    command.ifPresent(
        c -> finding.related(c.location(), "with this it replays the archive to its end"));
    finding.fix(byHand(node, file));
    findings.add(
        finding,
        "Patroni starts the restored data directory as a standby and drops "
            + target.name()
            + " = '"
            + target.value()
            + "': "
            + (command.isPresent()
                ? "recovery goes past the target to the end of the archive."
                : "recovery never ends at the target."));
  }

  /** The directory has to be emptied too, so the edit alone is half of the remedy. */
  private static Fix shown(Fix fix) {
    return new Fix(
        fix.name(), fix.title(), Safety.DISPLAY, fix.edits(), fix.commands(), fix.conditions());
  }

  private static Fix byHand(Node node, SourceFile file) {
    String data = ShellQuoting.word(DataState.path(node));
    boolean promotes =
        file.conf().entries().stream()
            .anyMatch(
                e ->
                    e.name().equalsIgnoreCase("recovery_target_action")
                        && e.value().equals("promote"));
    List<String> conditions = new ArrayList<>();
    conditions.add("Patroni must not run meanwhile; start it when PostgreSQL has been promoted.");
    if (!promotes) {
      conditions.add(
          "PostgreSQL pauses at the target unless recovery_target_action is promote; then end it"
              + " with SELECT pg_wal_replay_resume().");
    }
    conditions.add(
        "If the DCS still knows the cluster, Patroni refuses a leader that lags more than"
            + " maximum_lag_on_failover behind the old one: remove the cluster from the DCS first.");
    return new Fix(
        "recover-by-hand",
        "Let PostgreSQL reach the target before Patroni is started",
        Safety.DISPLAY,
        List.of(),
        List.of("pg_ctl -D " + data + " -w start", "pg_ctl -D " + data + " -m fast stop"),
        conditions);
  }
}
