package io.patronilint.core.backup;

import io.patronilint.core.backup.BackupLabel.Line;
import io.patronilint.core.backup.BackupLabel.Problem;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code backup_label} as {@code read_backup_label} of PostgreSQL does: the first two lines
 * must be those, each ended by a line feed and nothing else, and a START TIMELINE must be that of
 * the first WAL segment.
 */
final class BackupLabelReader {

  private final SourceText text;
  private final List<Span> spans = new ArrayList<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();

  BackupLabelReader(SourceText text) {
    this.text = text;
  }

  BackupLabel read() {
    collect();
    Matcher start =
        Pattern.compile(
                "START WAL LOCATION: ([0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8})"
                    + " \\(file ([0-9A-Fa-f]{8})([0-9A-Fa-f]{16})\\)")
            .matcher(line(0));
    if (!start.matches()) {
      return broken("its first line is no START WAL LOCATION", 0);
    }
    String lsn = start.group(1);
    String wal = (start.group(2) + start.group(3)).toUpperCase(Locale.ROOT);
    String checkpoint = "CHECKPOINT LOCATION: [0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}";
    if (!line(1).matches(checkpoint)) {
      return broken("its second line is no CHECKPOINT LOCATION", 1);
    }
    return new BackupLabel(lsn, wal, lines, inconsistency(wal));
  }

  private @Nullable Problem inconsistency(String wal) {
    // Without the line before it PostgreSQL does not get to this one.
    Line timeline = lines.containsKey("LABEL") ? lines.get("START TIMELINE") : null;
    if (timeline != null
        && !timeline.value().equals(String.valueOf(Long.parseLong(wal.substring(0, 8), 16)))) {
      return new Problem(
          "PostgreSQL does not start with this backup_label: timeline "
              + timeline.value()
              + " is not that of the WAL segment "
              + wal
              + ". The error is \"invalid data in file \"backup_label\"\".",
          timeline.span());
    }
    Line incremental = lines.get("INCREMENTAL FROM LSN");
    return incremental == null
        ? null
        : new Problem(
            "PostgreSQL 17 does not start on an incremental backup: \"this is an incremental"
                + " backup, not a data directory\". It has to be joined with the backups before it"
                + " by pg_combinebackup.",
            incremental.span());
  }

  private BackupLabel broken(String why, int number) {
    boolean carriageReturn = text.text().indexOf('\r') >= 0;
    String message =
        "PostgreSQL does not start with this backup_label: "
            + (carriageReturn ? "its lines end with a carriage return" : why)
            + ". The error is \"invalid data in file \"backup_label\"\".";
    Span at = number < spans.size() ? spans.get(number) : Span.at(0);
    return new BackupLabel(null, null, lines, new Problem(message, at));
  }

  private void collect() {
    int start = 0;
    while (start < text.length()) {
      int lineFeed = text.text().indexOf('\n', start);
      Span span = new Span(start, lineFeed < 0 ? text.length() : lineFeed);
      spans.add(span);
      String line = text.slice(span);
      int colon = line.indexOf(": ");
      if (colon > 0) {
        lines.putIfAbsent(
            line.substring(0, colon), new Line(line.substring(colon + 2).strip(), span));
      }
      start = span.end() + 1;
    }
  }

  /** Returns a line with a carriage return if it has one; empty if it does not end at all. */
  private String line(int number) {
    boolean ends = number < spans.size() && spans.get(number).end() < text.length();
    return ends ? text.slice(spans.get(number)) : "";
  }
}
