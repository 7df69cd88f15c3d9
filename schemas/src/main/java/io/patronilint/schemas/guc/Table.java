package io.patronilint.schemas.guc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables among the resources: lines of cells with tabs between them. */
final class Table {

  private Table() {}

  /** Returns the rows of a table without its comments and its head line. */
  static List<String[]> rows(String name) {
    try (InputStream stream = Table.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + name);
      }
      List<String[]> rows = new ArrayList<>();
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
      return rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
