package io.patronilint.core.backup;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tablespace_map}: the tablespaces of a backup, for which PostgreSQL makes the links in
 * {@code pg_tblspc} when it starts on it.
 *
 * <p>Source: {@code read_tablespace_map} of PostgreSQL. A carriage return ends a line, too, and a
 * backslash takes the meaning from the line end behind it.
 *
 * @param entries the entries, up to the problem
 * @param problem why PostgreSQL refuses the file; null if it does not
 */
public record TablespaceMap(List<Entry> entries, @Nullable Problem problem) {

  /**
   * A tablespace.
   *
   * @param oid its OID, as it is written
   * @param path the folder that the link leads to
   * @param span the line
   */
  public record Entry(String oid, String path, Span span) {}

  /**
   * Why the file is refused.
   *
   * @param message a sentence
   * @param span the line
   */
  public record Problem(String message, Span span) {}

  /** Copies the list. */
  public TablespaceMap {
    entries = List.copyOf(entries);
  }

  /** Reads {@code source}. */
  public static TablespaceMap read(SourceText source) {
    String text = source.text();
    List<Entry> entries = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean escaped = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end = c == '\n' || c == '\r';
      if (escaped || (!end && c != '\\')) {
        line.append(c);
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else {
        // An empty line is what stands between the two characters of a line end of Windows.
        if (line.length() > 0) {
          Entry entry = entry(line.toString(), new Span(start, i));
          if (entry == null) {
            String message =
                "This line is not an OID, a blank and a path, and PostgreSQL does not start.";
            return new TablespaceMap(entries, new Problem(message, new Span(start, i)));
          }
          entries.add(entry);
        }
        line.setLength(0);
        start = i + 1;
      }
    }
    Problem problem =
        line.length() > 0 || escaped
            ? new Problem(
                "The last line has no line feed: the file is cut off, and PostgreSQL does not start.",
                new Span(start, text.length()))
            : null;
    return new TablespaceMap(entries, problem);
  }

  private static @Nullable Entry entry(String line, Span span) {
    int blank = line.indexOf(' ');
    if (blank < 1 || blank == line.length() - 1) {
      return null;
    }
    return new Entry(line.substring(0, blank), line.substring(blank + 1), span);
  }
}
