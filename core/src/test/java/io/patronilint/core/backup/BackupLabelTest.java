package io.patronilint.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupLabelTest {

  private static final String LABEL =
      """
      START WAL LOCATION: 1A/5A000028 (file 0000000A0000001A0000005A)
      CHECKPOINT LOCATION: 1A/5A000060
      BACKUP METHOD: streamed
      BACKUP FROM: primary
      START TIME: 2026-03-14 02:00:02 UTC
      LABEL: pgBackRest backup started at 2026-03-14 02:00:01
      START TIMELINE: 10
      """;

  private static BackupLabel read(String text) {
    return BackupLabel.read(new SourceText(text));
  }

  @Test
  void linesAreRead() {
    BackupLabel label = read(LABEL);
    assertThat(label.problem()).isNull();
    assertThat(label.startLsn()).isEqualTo("1A/5A000028");
    assertThat(label.startWal()).isEqualTo("0000000A0000001A0000005A");
    assertThat(label.timeline()).hasValue(10L);
    assertThat(label.value("BACKUP FROM")).hasValue("primary");
    assertThat(label.tool()).isEqualTo(BackupLabel.Tool.PGBACKREST);
  }

  @ParameterizedTest
  @CsvSource({
    "pg_basebackup base backup, PG_BASEBACKUP",
    "Barman backup main 20260314T020001, BARMAN",
    "nightly, OTHER"
  })
  void labelTellsTheTool(String text, BackupLabel.Tool tool) {
    String label = LABEL.replace("pgBackRest backup started at 2026-03-14 02:00:01", text);
    assertThat(read(label).tool()).isEqualTo(tool);
  }

  /** PostgreSQL 15 refuses each of these with: invalid data in file "backup_label". */
  @Test
  void whatPostgresqlRefusesIsAProblem() {
    assertThat(read(LABEL.replace("\n", "\r\n")).problem()).isNotNull();
    assertThat(read(LABEL.substring(0, LABEL.indexOf('\n') + 1)).problem()).isNotNull();
    assertThat(read("").problem()).isNotNull();
    assertThat(read("CHECKPOINT LOCATION: 1A/5A000060\n").problem()).isNotNull();
    String two = LABEL.substring(0, LABEL.indexOf("\nBACKUP METHOD"));
    assertThat(read(two).problem()).isNotNull();
    assertThat(read(two + "\n").problem()).isNull();
  }

  @Test
  void aTimelineThatIsNotTheSegmentsIsAProblemOnItsLine() {
    BackupLabel label = read(LABEL.replace("TIMELINE: 10", "TIMELINE: 9"));
    assertThat(label.problem()).isNotNull();
    assertThat(label.startLsn()).isEqualTo("1A/5A000028");
    assertThat(new SourceText(LABEL).positionAt(label.problem().span().start()).line())
        .isEqualTo(7);
  }

  @Test
  void anIncrementalBackupIsAProblem() {
    assertThat(read(LABEL + "INCREMENTAL FROM LSN: 1A/1000028\n").problem()).isNotNull();
  }
}
