package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.workspace.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The view {@code pg_stat_archiver} as {@code psql -x} prints it: a line a column, name and value
 * with a bar between them.
 *
 * @param file the file that holds it
 * @param lastArchived the WAL file that was archived last; empty if none was
 * @param lastArchivedTime when that was, as printed; empty if never
 * @param lastFailed the WAL file that could not be archived last; empty if there is none
 * @param lastFailedTime when that was, as printed; empty if never
 */
public record ArchiverStatus(
    SourceFile file,
    String lastArchived,
    String lastArchivedTime,
    String lastFailed,
    String lastFailedTime) {

  private static final String MARK = "last_archived_wal";

  /** Reads {@code file}; empty if it holds no such view. */
  public static Optional<ArchiverStatus> of(SourceFile file) {
    Map<String, String> values = new HashMap<>();
    for (int line = 1; line <= file.text().lineCount(); line++) {
      String text = file.text().line(line);
      int bar = text.indexOf('|');
      if (bar > 0) {
        values.put(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
      }
    }
    return values.containsKey(MARK)
        ? Optional.of(
            new ArchiverStatus(
                file,
                values.getOrDefault(MARK, ""),
                values.getOrDefault("last_archived_time", ""),
                values.getOrDefault("last_failed_wal", ""),
                values.getOrDefault("last_failed_time", "")))
        : Optional.empty();
  }

  /** Tells whether {@code text} looks like this view. */
  public static boolean looksLike(String text) {
    return text.contains(MARK) && text.contains("last_failed_wal");
  }

  /**
   * Tells whether the last attempt failed. PostgreSQL prints both times with the same zone and
   * precision, so their order is that of the texts.
   */
  public boolean failsNow() {
    return !lastFailedTime.isEmpty() && lastFailedTime.compareTo(lastArchivedTime) > 0;
  }

  /** Returns the place to point at. */
  public Location place() {
    return Location.of(file);
  }
}
