package io.patronilint.schemas.guc;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of Patroni's own validator, for every release since 2.0.0:
 * patroni/postgresql/validator.py up to 3.0.2, patroni/postgresql/available_parameters since then.
 * Immutable.
 *
 * <p>Files that a vendor or an administrator has added to available_parameters are not known here.
 */
public final class PatroniGucs {

  private static final String SERVER = "server";
  private static final String RECOVERY = "recovery";

  private final Table table;

  private PatroniGucs(Table table) {
    this.table = table;
  }

  /** Reads the tables, which takes a few milliseconds: keep what is returned. */
  public static PatroniGucs load() {
    return new PatroniGucs(Table.read("patroni-gucs.tsv", 1));
  }

  private static PatroniGuc guc(String[] cells) {
    return new PatroniGuc(
        cells[1],
        GucKind.of(cells[2]),
        Integer.parseInt(cells[3]),
        Table.number(cells[4], Integer.MAX_VALUE),
        cells[5],
        bound(cells[6]),
        bound(cells[7]),
        Table.list(cells[8]));
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
    return find(SERVER, name, patroni, postgresql);
  }

  /** Returns how a recovery parameter is checked; the arguments are those of {@link #server}. */
  public Optional<PatroniGuc> recovery(String name, PatroniVersion patroni, int postgresql) {
    return find(RECOVERY, name, patroni, postgresql);
  }

  /** Tells whether a release has the server parameter in its table, for any PostgreSQL. */
  public boolean isServer(String name, PatroniVersion patroni) {
    return has(SERVER, name, patroni);
  }

  /** Tells whether a release has the recovery parameter in its table, for any PostgreSQL. */
  public boolean isRecovery(String name, PatroniVersion patroni) {
    return has(RECOVERY, name, patroni);
  }

  /** Returns the names of a release's server parameters, for any PostgreSQL, in lower case. */
  public Set<String> serverNames(PatroniVersion patroni) {
    return names(SERVER, patroni);
  }

  /** Returns the names of a release's recovery parameters, for any PostgreSQL, in lower case. */
  public Set<String> recoveryNames(PatroniVersion patroni) {
    return names(RECOVERY, patroni);
  }

  private Set<String> names(String kind, PatroniVersion patroni) {
    return table.lines().keySet().stream()
        .filter(name -> has(kind, name, patroni))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<PatroniGuc> find(
      String kind, String name, PatroniVersion patroni, int postgresql) {
    for (String[] cells : table.rows(name)) {
      if (holds(cells, kind, patroni)
          && Integer.parseInt(cells[3]) <= postgresql
          && postgresql < Table.number(cells[4], Integer.MAX_VALUE)) {
        return Optional.of(guc(cells));
      }
    }
    return Optional.empty();
  }

  private boolean has(String kind, String name, PatroniVersion patroni) {
    for (String[] cells : table.rows(name)) {
      if (holds(cells, kind, patroni)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String[] cells, String kind, PatroniVersion patroni) {
    return cells[0].equals(kind) && PatroniReleases.parse(cells[9]).contains(patroni);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
