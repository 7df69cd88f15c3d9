package io.patronilint.core.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedFilesTest {

  @Test
  void readsControlData() {
    ControlData data =
        ControlData.of(
            file(
                """
                pg_control version number:            1300
                Database system identifier:           7576898451541409217
                Database cluster state:               in archive recovery
                Latest checkpoint location:           0/4000028
                Latest checkpoint's REDO WAL file:    000000020000000000000004
                Latest checkpoint's TimeLineID:       2
                Backup start location:                0/2000028
                """));
    assertThat(data.state()).contains("in archive recovery");
    assertThat(data.statePlace().start().line()).isEqualTo(3);
    assertThat(data.systemIdentifier()).contains("7576898451541409217");
    assertThat(data.timeline()).contains(2);
    assertThat(data.redoWalFile()).contains("000000020000000000000004");
    assertThat(data.checkpoint()).map(Lsn::toString).contains("0/4000028");
    assertThat(data.insideBackup()).isTrue();
  }

  @Test
  void controlDataMayBeCutOff() {
    ControlData data = ControlData.of(file("pg_control version number:   1300\nCatalog ver"));
    assertThat(data.state()).isEmpty();
    assertThat(data.timeline()).isEmpty();
    assertThat(data.insideBackup()).isFalse();
  }

  @Test
  void readsBackupLabel() {
    BackupLabel label =
        BackupLabel.of(
            file(
                """
                START WAL LOCATION: 0/2000028 (file 000000010000000000000002)
                CHECKPOINT LOCATION: 0/2000060
                BACKUP METHOD: streamed
                BACKUP FROM: standby
                START TIME: 2026-11-25 22:46:57 UTC
                LABEL: pgBackRest backup started at 2026-11-25 22:46:57
                START TIMELINE: 1
                """));
    assertThat(label.startFile()).contains("000000010000000000000002");
    assertThat(label.fromStandby()).isTrue();
    assertThat(label.byPgBackRest()).isTrue();
    assertThat(label.place().start().line()).isEqualTo(1);
    assertThat(BackupLabel.of(file("START WAL LOCATION: 0/2 (file")).startFile()).isEmpty();
  }

  @Test
  void readsListingsOfPgWal() {
    String listing =
        "000000010000000000000002\n00000002.history\n000000020000000000000004\narchive_status/\n";
    assertThat(WalFiles.looksLike(listing)).isTrue();
    WalFiles wal = WalFiles.of(file(listing));
    assertThat(wal.has("000000010000000000000002")).isTrue();
    assertThat(wal.anyHistory()).isTrue();
    assertThat(wal.names()).hasSize(3);
    String longForm =
        "total 16384\n-rw------- 1 postgres postgres 16777216 Nov 25 22:47"
            + " 000000010000000000000002\n";
    assertThat(WalFiles.looksLike(longForm)).isTrue();
    assertThat(WalFiles.of(file(longForm)).anySegment()).isTrue();
    assertThat(WalFiles.looksLike("archive_status/\n")).isTrue();
    assertThat(WalFiles.looksLike("")).isFalse();
    assertThat(WalFiles.looksLike("notes\n000000010000000000000002\n")).isFalse();
    assertThat(WalFiles.of(List.of("archive_status")).anySegment()).isFalse();
  }

  @Test
  void readsPositions() {
    assertThat(Lsn.parse("16/B374D848")).map(Lsn::toString).contains("16/B374D848");
    assertThat(Lsn.parse("0/4000028").orElseThrow())
        .isGreaterThan(Lsn.parse("0/3FFFFFF").orElseThrow());
    for (String bad : List.of("", "/", "0/", "/0", "0/g", "123456789/0", "0/123456789")) {
      assertThat(Lsn.parse(bad)).as(bad).isEmpty();
    }
  }

  private static SourceFile file(String text) {
    return SourceFile.of("output.txt", FileKind.CONTROL_DATA, text);
  }
}
