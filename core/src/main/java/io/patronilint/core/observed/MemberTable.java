package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The table of {@code patronictl list} ({@code PatronictlPrettyTable}): the first rule carries the
 * name of the cluster, or with newer releases of prettytable under Patroni 2 the second one.
 *
 * <pre>
 * + Cluster: demo (7286213526386229282) --+----+-----------+
 * | Member | Host      | Role   | State   | TL | Lag in MB |
 * +--------+-----------+--------+---------+----+-----------+
 * | n1     | 10.0.0.1  | Leader | running |  1 |           |
 * </pre>
 */
final class MemberTable {

  private static final String TITLE = "luster: ";

  private MemberTable() {}

  static boolean looksLike(SourceFile file) {
    return titleLine(file) > 0;
  }

  /** Returns the number of the line with the name, or 0; a time stamp may stand before it. */
  private static int titleLine(SourceFile file) {
    int last = Math.min(file.text().lineCount(), 5);
    for (int line = 1; line <= last; line++) {
      String text = file.text().line(line);
      if (text.startsWith("+ Cluster: ") || text.startsWith("+ Citus cluster: ")) {
        return line;
      }
    }
    return 0;
  }

  static Optional<MemberList> read(SourceFile file) {
    int titleLine = titleLine(file);
    String text = file.text().line(titleLine);
    String title = text.substring(text.indexOf(TITLE) + TITLE.length());
    int end = titleEnd(title);
    title = title.substring(0, end).strip();
    int open = title.endsWith(")") ? title.lastIndexOf(" (") : -1;
    String details = open < 0 ? "" : title.substring(open + 2, title.length() - 1);
    String cluster = open < 0 ? title : title.substring(0, open);
    int comma = details.lastIndexOf(", ");
    return Optional.of(
        new MemberList(
            file,
            cluster,
            comma < 0 ? details : details.substring(comma + 2),
            place(file, titleLine),
            rows(file),
            file.text().text().contains("Maintenance mode: on")));
  }

  /** The rule goes on behind the name and one blank; the name is cut off where it is longer. */
  private static int titleEnd(String title) {
    int end = title.length();
    while (end > 0 && (title.charAt(end - 1) == '-' || title.charAt(end - 1) == '+')) {
      end--;
    }
    return end;
  }

  private static List<ClusterMember> rows(SourceFile file) {
    List<ClusterMember> members = new ArrayList<>();
    List<String> columns = List.of();
    for (int line = 1; line <= file.text().lineCount(); line++) {
      String text = file.text().line(line).stripTrailing();
      if (!text.startsWith("|")) {
        continue;
      }
      List<String> cells = cells(text);
      if (columns.isEmpty()) {
        columns = cells;
        continue;
      }
      String name = cell(columns, cells, "Member");
      while (name.startsWith("+ ")) {
        name = name.substring(2);
      }
      if (!name.isEmpty()) {
        members.add(
            new ClusterMember(
                name,
                cell(columns, cells, "Host"),
                cell(columns, cells, "Role"),
                cell(columns, cells, "State"),
                number(cell(columns, cells, "TL")),
                place(file, line)));
      }
    }
    return members;
  }

  private static List<String> cells(String line) {
    String inner =
        line.substring(
            1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static String cell(List<String> columns, List<String> cells, String column) {
    int index = columns.indexOf(column);
    return index < 0 || index >= cells.size() ? "" : cells.get(index);
  }

  static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(text) : 0;
  }

  private static Location place(SourceFile file, int line) {
    int start = file.text().lineStart(line);
    return new Location(file, new Span(start, start + file.text().line(line).length()));
  }
}
