package io.patronilint.rules.backup;

import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ArchivePlace;
import io.patronilint.rules.support.ServerSetting;
import io.patronilint.rules.support.StandbyClusters;
import java.util.Optional;

/**
 * Flags a restore_command that reads another archive than archive_command fills.
 *
 * <p>A member that follows asks the archive of its own cluster for what the primary has recycled;
 * only a standby cluster reads another one.
 */
public final class ArchiveAndRestoreDiffer implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-and-restore-differ",
          Severity.ERROR,
          "restore_command reads another archive than archive_command fills");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting mode = ServerSetting.of(node, "archive_mode").orElse(null);
    ServerSetting archive = ServerSetting.of(node, "archive_command").orElse(null);
    RecoverySettings.RestoreCommand restore =
        RecoverySettings.of(node).restoreCommand(node).orElse(null);
    if (mode == null
        || !mode.isOn()
        || archive == null
        || restore == null
        || StandbyClusters.of(node).isPresent()) {
      return;
    }
    Optional<ArchivePlace> filled = ArchivePlace.of(archive.value());
    Optional<ArchivePlace> read = ArchivePlace.of(restore.value());
    if (filled.isPresent() && read.isPresent() && filled.get().differs(read.get())) {
      findings.add(
          Finding.at(restore.location())
              .path("restore_command")
              .related(archive.location(), "WAL goes to " + filled.get()),
          "restore_command reads from "
              + read.get()
              + ", but archive_command writes to "
              + filled.get()
              + ". A replica that lags finds none of the WAL that the primary has recycled, and has"
              + " to be copied anew.");
    }
  }
}
