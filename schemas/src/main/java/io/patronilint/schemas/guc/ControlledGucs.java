package io.patronilint.schemas.guc;

import io.patronilint.schemas.py.PyValue;
import java.util.List;
import java.util.Optional;

/**
 * The parameters that Patroni passes on PostgreSQL's command line, for every release since 2.0.0:
 * {@code ConfigHandler.CMDLINE_OPTIONS}. Immutable.
 */
public final class ControlledGucs {

  private final Table table;

  private ControlledGucs(Table table) {
    this.table = table;
  }

  /** Reads the table: keep what is returned. */
  public static ControlledGucs load() {
    return new ControlledGucs(Table.read("patroni-cmdline-gucs.tsv", 0));
  }

  private static ControlledGuc guc(String[] cells) {
    return new ControlledGuc(
        cells[0],
        value(cells[1]),
        ControlledGuc.Check.of(cells[2]),
        Table.number(cells[3], 0),
        cells[4],
        Table.list(cells[5]),
        Integer.parseInt(cells[6]));
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
    for (String[] cells : table.rows(name)) {
      if (PatroniReleases.parse(cells[7]).contains(patroni)) {
        return Optional.of(guc(cells));
      }
    }
    return Optional.empty();
  }

  /** Returns all parameters of a release of Patroni, in its own order. */
  public List<ControlledGuc> all(PatroniVersion patroni) {
    return table.lines().keySet().stream().flatMap(name -> find(name, patroni).stream()).toList();
  }
}
