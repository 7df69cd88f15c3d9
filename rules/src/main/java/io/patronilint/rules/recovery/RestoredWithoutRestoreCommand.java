package io.patronilint.rules.recovery;

import io.patronilint.core.backup.BackupLabel;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.FetchCommand;
import io.patronilint.rules.support.StandbyClusters;
import java.util.HashSet;
import java.util.Set;

/**
 * Flags a restored backup for which nothing sets a {@code restore_command}: what a first start with
 * Patroni leaves behind, because it has emptied postgresql.auto.conf by then.
 *
 * <p>{@code ConfigHandler.build_recovery_params} of Patroni gives PostgreSQL no other source of WAL
 * while there is no leader, and {@code ConfigHandler.write_recovery_conf} makes it a standby, which
 * waits. A backup by pg_basebackup brings its WAL along and is left alone.
 */
public final class RestoredWithoutRestoreCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/restored-without-restore-command",
          Severity.ERROR,
          "A restored backup needs WAL from an archive that nothing tells PostgreSQL to read",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    // A data directory may have been given to several members; it is one incident all the same.
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      if (DataState.freshlyRestored(node) && !node.target().postgresqlBefore(12)) {
        DataDirectory data = node.dataDirectory();
        if (data != null) {
          data.file("backup_label")
              .filter(seen::add)
              .ifPresent(label -> check(node, data, label, findings));
        }
      }
    }
  }

  private static void check(Node node, DataDirectory data, SourceFile file, Findings findings) {
    BackupLabel label = BackupLabel.read(file.text());
    RecoverySettings settings = RecoverySettings.of(node);
    boolean archiveOnly =
        label.tool() == BackupLabel.Tool.PGBACKREST || label.tool() == BackupLabel.Tool.BARMAN;
    if (label.problem() != null
        || !archiveOnly
        || settings.restoreCommand(node).isPresent()
        || settings.get("restore_command").isPresent()
        || inFiles(data)
        || node.memberList().flatMap(list -> list.otherLeader(node.name())).isPresent()
        || StandbyClusters.of(node).isPresent()) {
      return;
    }
    boolean custom =
        node.local().at("postgresql", "custom_conf").filter(ConfigNode::truthy).isPresent();
    boolean known =
        node.dcs() == DcsState.WIPED
            || settings.dynamic().source() != DynamicConfig.Source.BOOTSTRAP;
    Finding.Builder finding =
        start(node, file)
            .path("postgresql.recovery_conf.restore_command")
            .severity(known && !custom ? Severity.ERROR : Severity.WARNING);
    RestoreCommandPlaces.add(finding, node, settings, false);
    FetchCommand.of(node)
        .ifPresent(
            command ->
                RestoreCommandRemedies.derived(
                    finding, node, AutoConf.nothingIn(file), settings, command));
    findings.add(finding, message(label, known, DataState.bringsItsWal(node)));
  }

  /** Points at the section that lacks the setting. */
  private static Finding.Builder start(Node node, SourceFile label) {
    return node.local()
        .at("postgresql", "recovery_conf")
        .or(() -> node.local().at("postgresql"))
        .map(n -> Finding.at(n.keyLocation()))
        .orElseGet(() -> Finding.at(Location.of(label)));
  }

  private static String message(BackupLabel label, boolean known, boolean copied) {
    String wal = label.startWal();
    if (copied) {
      return "The data directory holds a backup with just the WAL that it needs to start, and"
          + " nothing "
          + (known ? "" : "in these files ")
          + "sets a restore_command for Patroni. If PostgreSQL starts, it is without all changes"
          + " since the backup: they are in the archive only, and nothing warns of that.";
    }
    return "The data directory holds a backup that needs WAL from "
        + (wal == null ? "an archive" : wal + " on")
        + ", and nothing "
        + (known ? "" : "in these files ")
        + "sets a restore_command for Patroni. With no leader to stream from, recovery will wait"
        + " for WAL that never comes: \"specified neither primary_conninfo nor restore_command\".";
  }

  /**
   * Tells whether a file of the data directory has a restore_command, which either counts or is
   * reported by another rule, or whether PostgreSQL was told to stream when it was last started.
   *
   * <p>Patroni writes postgresql.conf anew unless there is no postgresql.base.conf yet, to which it
   * then renames it.
   */
  private static boolean inFiles(DataDirectory data) {
    boolean replaced = data.has("postgresql.base.conf");
    return isSet(data, "postgresql.auto.conf", "restore_command")
        || isSet(data, "postgresql.base.conf", "restore_command")
        || (!replaced && isSet(data, "postgresql.conf", "restore_command"))
        || isSet(data, "postgresql.conf", "primary_conninfo");
  }

  private static boolean isSet(DataDirectory data, String file, String name) {
    return data.file(file)
        .map(f -> f.conf().last(name))
        .filter(entry -> !entry.value().isEmpty())
        .isPresent();
  }
}
