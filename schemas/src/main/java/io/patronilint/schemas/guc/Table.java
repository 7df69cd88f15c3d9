package io.patronilint.schemas.guc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table among the resources: lines of cells with tabs between them. Lines are split into cells
 * only when somebody asks for their name: a check asks for a few of the hundreds.
 *
 * @param lines the lines of each name, in the order of the table; the names are in lower case
 */
record Table(Map<String, List<String>> lines) {

  /**
   * Reads a table without its comments and its head line.
   *
   * @param resource the name of the resource
   * @param column the number of the column with the name, counted from 0
   */
  static Table read(String resource, int column) {
    Map<String, List<String>> lines = new LinkedHashMap<>(1024);
    String text = text(resource);
    boolean head = true;
    for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
      if (text.charAt(start) == '#') {
        continue;
      }
      if (head) {
        head = false;
        continue;
      }
      String line = text.substring(start, text.indexOf('\n', start));
      int from = 0;
      for (int i = 0; i < column; i++) {
        from = line.indexOf('\t', from) + 1;
      }
      String name = PatroniGucs.lower(line.substring(from, line.indexOf('\t', from)));
      List<String> same = lines.get(name);
      if (same == null) {
        same = new ArrayList<>(2);
        lines.put(name, same);
      }
      same.add(line);
    }
    return new Table(lines);
  }

  private static String text(String resource) {
    try (InputStream stream = Table.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cells of the lines of a name, in any case. */
  List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines.getOrDefault(PatroniGucs.lower(name), List.of())) {
      rows.add(line.split("\t", -1));
    }
    return rows;
  }

  /** Returns the number in a cell, or {@code otherwise} if the cell is empty. */
  static int number(String cell, int otherwise) {
    return cell.isEmpty() ? otherwise : Integer.parseInt(cell);
  }

  /** Returns what stands between the commas of a cell. */
  static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
  }
}
