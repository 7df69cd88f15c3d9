package io.patronilint.rules.restore;

import io.patronilint.core.finding.Location;
import io.patronilint.core.observed.ArchiverStatus;
import io.patronilint.core.observed.BackupInfo;
import io.patronilint.core.observed.WalFiles;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.BackupProgram;
import io.patronilint.rules.support.FetchCommand;
import io.patronilint.rules.support.RestoreTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether WAL is archived again, and whether there is a backup to start from next time. */
final class ArchiveChecks {

  private final Aftermath after;
  private final Node node;

  ArchiveChecks(Aftermath after) {
    this.after = after;
    this.node = after.node();
  }

  List<RestoreCheck> list() {
    List<RestoreCheck> checks = new ArrayList<>();
    checks.add(ArchiveSetting.problem(node).orElseGet(this::evidence));
    boolean pgBackRest = program().filter(p -> p.tool() != RestoreTool.PGBACKREST).isEmpty();
    checks.add(
        pgBackRest
            ? backup()
            : RestoreCheck.note(
                "backup",
                "Whether there is a backup on the new timeline, only the backup tool can tell.",
                null));
    return checks;
  }

  private Optional<BackupProgram> program() {
    return FetchCommand.of(node).flatMap(BackupProgram::of);
  }

  private RestoreCheck evidence() {
    Optional<ArchiverStatus> archiver = node.output(FileKind.ARCHIVER).flatMap(ArchiverStatus::of);
    if (archiver.filter(ArchiverStatus::failsNow).isPresent()) {
      return RestoreCheck.open(
          "archiving",
          "PostgreSQL fails to archive " + archiver.get().lastFailed() + "; its log says why.",
          archiver.get().place());
    }
    Optional<BackupInfo> info = info();
    String wal = info.map(BackupInfo::newestWal).orElse("");
    if (archiver.isPresent()) {
      String last = archiver.get().lastArchived();
      wal = last.compareTo(wal) > 0 ? last : wal;
    } else if (info.isEmpty()) {
      return RestoreCheck.unknown(
          "archiving",
          "Whether WAL is archived is not known.",
          "psql -Xxc 'select * from pg_stat_archiver' > pg_stat_archiver.txt",
          "pgbackrest --stanza=STANZA info --output=json > pgbackrest-info.json");
    }
    Location place = info.map(BackupInfo::place).orElseGet(() -> archiver.orElseThrow().place());
    int timeline = after.timeline();
    if (wal.isEmpty() || WalFiles.timeline(wal) < timeline) {
      return RestoreCheck.open(
          "archiving",
          "Nothing of timeline "
              + timeline
              + " is in the archive"
              + (wal.isEmpty() ? "." : "; the newest WAL file there is " + wal + "."),
          place,
          "psql -c 'select pg_switch_wal()'");
    }
    return timeline == 0
        ? RestoreCheck.unknown(
            "archiving", "The newest archived WAL file is " + wal + "; the timeline is not known.")
        : RestoreCheck.ok("archiving", "WAL is archived up to " + wal + ".", place);
  }

  private RestoreCheck backup() {
    Optional<BackupInfo> info = info();
    if (info.isEmpty() || after.timeline() == 0) {
      return RestoreCheck.unknown(
          "backup",
          "Whether there is a backup on the new timeline is not known.",
          "pgbackrest --stanza=STANZA info --output=json > pgbackrest-info.json");
    }
    Optional<BackupInfo.Backup> newest = info.get().newestOn(after.timeline());
    if (newest.isEmpty()) {
      return RestoreCheck.open(
          "backup",
          "There is no backup on timeline " + after.timeline() + " yet.",
          info.get().place(),
          program().map(BackupProgram::prefix).orElse("pgbackrest --stanza=STANZA")
              + " --type=full backup");
    }
    String label = newest.get().label();
    return newest.get().failed()
        ? RestoreCheck.open(
            "backup", "The backup " + label + " holds damaged pages.", info.get().place())
        : RestoreCheck.ok("backup", "The backup " + label + " is on it.", info.get().place());
  }

  /** Returns the stanza that the node archives to, or the only one. */
  private Optional<BackupInfo> info() {
    Optional<SourceFile> file = node.output(FileKind.BACKUP_INFO);
    List<BackupInfo> all = file.map(BackupInfo::all).orElse(List.of());
    String stanza = program().map(BackupProgram::repository).orElse("");
    return all.stream()
        .filter(i -> i.stanza().equals(stanza))
        .findFirst()
        .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
  }
}
