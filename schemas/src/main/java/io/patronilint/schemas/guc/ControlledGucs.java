package io.patronilint.schemas.guc;

import io.patronilint.schemas.py.PyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters that Patroni passes on PostgreSQL's command line, for every release since 2.0.0:
 * {@code ConfigHandler.CMDLINE_OPTIONS}. Immutable.
 */
public final class ControlledGucs {

  private final Map<String, List<Row>> rows;

  private record Row(ControlledGuc guc, PatroniReleases releases) {}

  private ControlledGucs(Map<String, List<Row>> rows) {
    this.rows = rows;
  }

  /** Reads the table: keep what is returned. */
  public static ControlledGucs load() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (String[] cells : Table.rows("patroni-cmdline-gucs.tsv")) {
      ControlledGuc guc =
          new ControlledGuc(
              cells[0],
              value(cells[1]),
              ControlledGuc.Check.of(cells[2]),
              Table.number(cells[3], 0),
              cells[4],
              Table.list(cells[5]),
              Integer.parseInt(cells[6]));
      rows.computeIfAbsent(guc.name(), name -> new ArrayList<>())
          .add(new Row(guc, PatroniReleases.parse(cells[7])));
    }
    return new ControlledGucs(rows);
  }

  private static PyValue value(String literal) {
    if (literal.equals("None")) {
      return PyValue.none();
    }
    return literal.startsWith("'")
        ? PyValue.str(literal.substring(1, literal.length() - 1))
        : PyValue.integer(literal);
  }

  /** Returns the parameter of this name, in any case, in a release of Patroni. */
  public Optional<ControlledGuc> find(String name, PatroniVersion patroni) {
    for (Row row : rows.getOrDefault(PatroniGucs.lower(name), List.of())) {
      if (row.releases().contains(patroni)) {
        return Optional.of(row.guc());
      }
    }
    return Optional.empty();
  }

  /** Returns all parameters of a release of Patroni, in its own order. */
  public List<ControlledGuc> all(PatroniVersion patroni) {
    return rows.keySet().stream().flatMap(name -> find(name, patroni).stream()).toList();
  }
}
