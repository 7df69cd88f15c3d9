package io.patronilint.core.backup;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code backup_label}, which tells PostgreSQL from where on a restored backup needs WAL.
 *
 * <p>All lines but the first two may be missing; those that are there are in {@code lines} by their
 * names, for instance {@code BACKUP METHOD}, with the text behind the colon.
 *
 * @param startLsn where recovery starts, as {@code 0/2000028}; null if the file is broken
 * @param startWal name of the WAL segment that recovery starts in; null if the file is broken
 * @param lines the lines of the form {@code NAME: text}
 * @param problem why PostgreSQL refuses the file, or null
 */
public record BackupLabel(
    @Nullable String startLsn,
    @Nullable String startWal,
    Map<String, Line> lines,
    @Nullable Problem problem) {

  /** The program that made the backup. */
  public enum Tool {
    /** pgBackRest, which puts the WAL of a backup into its archive only. */
    PGBACKREST,
    /** Barman with rsync, which puts the WAL of a backup into its archive only. */
    BARMAN,
    /** pg_basebackup, which adds the WAL to the backup unless asked not to. */
    PG_BASEBACKUP,
    /** Any other program. */
    OTHER
  }

  /**
   * A line.
   *
   * @param value the text behind the colon, blanks around it removed
   * @param span the place of the whole line
   */
  public record Line(String value, Span span) {}

  /**
   * Why PostgreSQL refuses the file.
   *
   * @param message one sentence for people, with the error of PostgreSQL
   * @param span where
   */
  public record Problem(String message, Span span) {}

  /** Copies the map. */
  public BackupLabel {
    lines = Map.copyOf(lines);
  }

  /** Reads {@code text}; never throws for bad input. */
  public static BackupLabel read(SourceText text) {
    return new BackupLabelReader(text).read();
  }

  /** Returns the text of the line called {@code name}. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(lines.get(name)).map(Line::value);
  }

  /** Returns the timeline that the backup was started on: that of the first WAL segment. */
  public Optional<Long> timeline() {
    return startWal == null
        ? Optional.empty()
        : Optional.of(Long.parseLong(startWal.substring(0, 8), 16));
  }

  /**
   * Returns the program that made the backup, as its label tells.
   *
   * <p>Sources: {@code dbBackupStart} of pgBackRest, {@code ConcurrentBackupStrategy.start_backup}
   * of Barman, {@code main} of pg_basebackup. {@code BACKUP METHOD} does not tell: it is {@code
   * streamed} for all of them.
   */
  public Tool tool() {
    String label = value("LABEL").orElse("").toLowerCase(Locale.ROOT);
    if (label.startsWith("pgbackrest backup started at ")) {
      return Tool.PGBACKREST;
    }
    if (label.startsWith("barman backup ")) {
      return Tool.BARMAN;
    }
    return label.equals("pg_basebackup base backup") ? Tool.PG_BASEBACKUP : Tool.OTHER;
  }
}
