package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.Set;

/**
 * Flags a {@code restore_command} that stands in postgresql.auto.conf only, where backup tools and
 * ALTER SYSTEM put it.
 *
 * <p>{@code ConfigHandler.write_postgresql_conf} of Patroni removes recovery parameters from that
 * file ({@code _sanitize_auto_conf}) whenever it writes PostgreSQL's configuration, before every
 * start among others, and logs nothing. An existing data directory is always started as a standby
 * ({@code Ha.recover}), whose settings come from Patroni's own configuration alone ({@code
 * ConfigHandler.build_recovery_params}).
 */
public final class RestoreCommandStripped implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/restore-command-stripped",
          Severity.ERROR,
          "Patroni removes the only restore_command from postgresql.auto.conf",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    // A data directory may have been given to several members; it is one incident all the same.
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      AutoConf.of(node)
          .filter(auto -> seen.add(auto.file()))
          .ifPresent(auto -> check(node, auto, findings));
    }
  }

  private static void check(Node node, AutoConf auto, Findings findings) {
    ConfEntry line = auto.stripped("restore_command").orElse(null);
    if (line == null
        || auto.kept("restore_command").isPresent()
        || Templates.unrendered(line.value())
        || DataState.ownedByBootstrap(node)) {
      return;
    }
    RecoverySettings settings = RecoverySettings.of(node);
    boolean fresh = DataState.freshlyRestored(node);
    boolean effective = settings.restoreCommand(node).isPresent();
    boolean guess = effective && BootstrapGuess.decides(node, settings, "restore_command");
    if (effective && !(guess && fresh)) {
      return;
    }
    Finding.Builder finding =
        Finding.at(auto.at(line))
            .path("postgresql.recovery_conf.restore_command")
            .severity(guess || DataState.recoveryIsOver(node) ? Severity.WARNING : Severity.ERROR);
    RestoreCommandPlaces.add(finding, node, settings, guess);
    RestoreCommandRemedies.add(finding, node, auto, settings, line.value());
    findings.add(finding, message(fresh, guess, fresh && DataState.bringsItsWal(node)));
  }

  private static String message(boolean fresh, boolean guess, boolean starts) {
    if (guess) {
      return "Patroni removes restore_command from postgresql.auto.conf when it starts PostgreSQL."
          + " The one in bootstrap.dcs counts only if it stood there when the cluster was created;"
          + " otherwise recovery will wait for WAL that never comes.";
    }
    if (starts) {
      return "Patroni removes restore_command from postgresql.auto.conf when it starts PostgreSQL,"
          + " and nothing else sets one. The backup has just the WAL that it needs to start: all"
          + " changes since then stay in the archive, and nothing warns that they are missing.";
    }
    if (fresh) {
      return "Patroni removes restore_command from postgresql.auto.conf when it starts PostgreSQL,"
          + " and nothing else sets one: recovery will wait for WAL that never comes.";
    }
    return "Patroni removes restore_command from postgresql.auto.conf the next time it writes"
        + " PostgreSQL's configuration, without a word in the log, and nothing else sets one: this"
        + " member loses its access to the archive.";
  }
}
