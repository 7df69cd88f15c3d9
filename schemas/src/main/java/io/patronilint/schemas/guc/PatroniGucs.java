package io.patronilint.schemas.guc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of Patroni's own validator, for every release since 2.0.0:
 * patroni/postgresql/validator.py up to 3.0.2, patroni/postgresql/available_parameters since then.
 * Immutable.
 *
 * <p>Files that a vendor or an administrator has added to available_parameters are not known here.
 */
public final class PatroniGucs {

  private final Map<String, List<Row>> server;
  private final Map<String, List<Row>> recovery;

  private record Row(PatroniGuc guc, PatroniReleases releases) {}

  private PatroniGucs(Map<String, List<Row>> server, Map<String, List<Row>> recovery) {
    this.server = server;
    this.recovery = recovery;
  }

  /** Reads the tables, which takes a few milliseconds: keep what is returned. */
  public static PatroniGucs load() {
    Map<String, List<Row>> server = new HashMap<>();
    Map<String, List<Row>> recovery = new HashMap<>();
    for (String[] cells : Table.rows("patroni-gucs.tsv")) {
      PatroniGuc guc =
          new PatroniGuc(
              cells[1],
              GucKind.of(cells[2]),
              Integer.parseInt(cells[3]),
              Table.number(cells[4], Integer.MAX_VALUE),
              cells[5],
              bound(cells[6]),
              bound(cells[7]),
              Table.list(cells[8]));
      (cells[0].equals("server") ? server : recovery)
          .computeIfAbsent(lower(guc.name()), name -> new ArrayList<>())
          .add(new Row(guc, PatroniReleases.parse(cells[9])));
    }
    return new PatroniGucs(server, recovery);
  }

  private static Optional<PatroniGuc.Bound> bound(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    boolean quoted = cell.startsWith("'");
    String text = quoted ? cell.substring(1, cell.length() - 1) : cell;
    boolean whole = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    Number number = whole ? (Number) new BigInteger(text) : (Number) Double.valueOf(text);
    return Optional.of(new PatroniGuc.Bound(text, number, quoted));
  }

  /**
   * Returns how a server parameter is checked.
   *
   * @param name its name, in any case
   * @param patroni the release of Patroni
   * @param postgresql the version of PostgreSQL as a number such as 150004
   */
  public Optional<PatroniGuc> server(String name, PatroniVersion patroni, int postgresql) {
    return find(server, name, patroni, postgresql);
  }

  /** Returns how a recovery parameter is checked; the arguments are those of {@link #server}. */
  public Optional<PatroniGuc> recovery(String name, PatroniVersion patroni, int postgresql) {
    return find(recovery, name, patroni, postgresql);
  }

  /** Tells whether a release has the server parameter in its table, for any PostgreSQL. */
  public boolean isServer(String name, PatroniVersion patroni) {
    return has(server, name, patroni);
  }

  /** Tells whether a release has the recovery parameter in its table, for any PostgreSQL. */
  public boolean isRecovery(String name, PatroniVersion patroni) {
    return has(recovery, name, patroni);
  }

  private static Optional<PatroniGuc> find(
      Map<String, List<Row>> table, String name, PatroniVersion patroni, int postgresql) {
    for (Row row : table.getOrDefault(lower(name), List.of())) {
      if (row.guc().pgFrom() <= postgresql
          && postgresql < row.guc().pgTill()
          && row.releases().contains(patroni)) {
        return Optional.of(row.guc());
      }
    }
    return Optional.empty();
  }

  private static boolean has(Map<String, List<Row>> table, String name, PatroniVersion patroni) {
    return table.getOrDefault(lower(name), List.of()).stream()
        .anyMatch(row -> row.releases().contains(patroni));
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
