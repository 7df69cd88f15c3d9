package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Names the recovery settings in postgresql.auto.conf that Patroni removes without harm being
 * certain: a {@code restore_command} that Patroni has too, connection settings, and others.
 *
 * <p>{@code ConfigHandler._sanitize_auto_conf} removes them whenever Patroni writes PostgreSQL's
 * configuration. The only {@code restore_command} and the target of a fresh restore have rules of
 * their own.
 */
public final class AutoConfSettingsStripped implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/auto-conf-settings-stripped",
          Severity.INFO,
          "Patroni removes recovery settings from postgresql.auto.conf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      if (!DataState.ownedByBootstrap(node)) {
        AutoConf.of(node)
            .filter(auto -> seen.add(auto.file()))
            .ifPresent(auto -> check(node, auto, findings));
      }
    }
  }

  private static void check(Node node, AutoConf auto, Findings findings) {
    boolean targetLost = TargetLostOnRestoredData.applies(node);
    for (ConfEntry entry : auto.stripped()) {
      boolean last =
          auto.stripped(entry.name())
              .filter(e -> e.span().start() == entry.span().start())
              .isPresent();
      if (!last || Templates.unrendered(entry.value())) {
        continue;
      }
      if (entry.name().equals("restore_command")) {
        restoreCommand(node, auto, entry, findings);
      } else if (!targetLost || !entry.name().startsWith("recovery_target")) {
        findings.add(
            Finding.at(auto.at(entry)).path(entry.name()),
            "Patroni removes "
                + entry.name()
                + " from postgresql.auto.conf the next time it writes PostgreSQL's configuration.");
      }
    }
  }

  private static void restoreCommand(Node node, AutoConf auto, ConfEntry entry, Findings findings) {
    RecoverySettings settings = RecoverySettings.of(node);
    Optional<RecoverySettings.RestoreCommand> patronis = settings.restoreCommand(node);
    boolean guess = BootstrapGuess.decides(node, settings, "restore_command");
    if (patronis.isEmpty() || (guess && DataState.freshlyRestored(node))) {
      return;
    }
    boolean same = patronis.get().value().equals(entry.value());
    Finding.Builder finding =
        Finding.at(auto.at(entry))
            .path("restore_command")
            .severity(same ? Severity.INFO : Severity.WARNING)
            .related(patronis.get().location(), "this one stays");
    findings.add(
        finding,
        "Patroni removes restore_command from postgresql.auto.conf the next time it writes"
            + " PostgreSQL's configuration."
            + (same
                ? " Its own has the same value."
                : " Its own is another one, which then takes over."));
  }
}
