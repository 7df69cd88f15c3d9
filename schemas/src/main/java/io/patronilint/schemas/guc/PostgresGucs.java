package io.patronilint.schemas.guc;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's parameters from 9.3 on. Immutable.
 *
 * <p>From 9.6 on all facts were asked of real servers. What stands here for 9.3 to 9.5 is what
 * Patroni's table has, so a name that is missing there need not be wrong. Parameters of extensions,
 * which have a dot, are not here.
 */
public final class PostgresGucs {

  private final Table table;
  private final Table replacements;

  /**
   * What came in the place of a parameter that is gone.
   *
   * @param name the old name
   * @param gone the first version without it, as a number such as 130000
   * @param by the new name; empty if nothing came in its place
   * @param how what is to be done with the value
   */
  public record Replacement(String name, int gone, Optional<String> by, How how) {

    /** What is to be done with the value. */
    public enum How {
      /** Nothing: the old name still works. */
      ALIAS,
      /** The new name takes it. */
      RENAMED,
      /** The new name takes another kind of value. */
      OTHER,
      /** It has no place any more. */
      NONE
    }
  }

  private PostgresGucs(Table table, Table replacements) {
    this.table = table;
    this.replacements = replacements;
  }

  /** Reads the tables, which takes a few milliseconds: keep what is returned. */
  public static PostgresGucs load() {
    return new PostgresGucs(
        Table.read("postgresql-gucs.tsv", 0), Table.read("postgresql-guc-replacements.tsv", 0));
  }

  private static PostgresGuc guc(String[] cells) {
    Set<PostgresGuc.Flag> flags = EnumSet.noneOf(PostgresGuc.Flag.class);
    for (String flag : cells[9].isEmpty() ? List.<String>of() : List.of(cells[9].split(" ", -1))) {
      flags.add(PostgresGuc.Flag.valueOf(upper(flag)));
    }
    boolean sure =
        !flags.contains(PostgresGuc.Flag.DERIVED) && !flags.contains(PostgresGuc.Flag.HIDDEN);
    boolean boot = sure && !(cells[8].isEmpty() && flags.contains(PostgresGuc.Flag.BUILD));
    return new PostgresGuc(
        cells[0],
        PostgresGuc.Type.valueOf(upper(cells[1])),
        cells[2],
        cells[3],
        cells[4],
        Table.list(cells[5]),
        Table.list(cells[6]),
        cells[7].isEmpty()
            ? PostgresGuc.Context.UNKNOWN
            : PostgresGuc.Context.valueOf(upper(cells[7]).replace('-', '_')),
        boot ? Optional.of(cells[8]) : Optional.empty(),
        Set.copyOf(flags),
        Integer.parseInt(cells[10]),
        Table.number(cells[11], Integer.MAX_VALUE));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  /**
   * Returns what is known of a parameter.
   *
   * @param name its name, in any case
   * @param postgresql the version of PostgreSQL as a number, with or without its minor release:
   *     90624, 150000
   */
  public Optional<PostgresGuc> find(String name, int postgresql) {
    for (String[] cells : table.rows(name)) {
      if (holds(cells, postgresql)) {
        return Optional.of(guc(cells));
      }
    }
    return Optional.empty();
  }

  private static boolean holds(String[] cells, int postgresql) {
    return Integer.parseInt(cells[10]) <= postgresql
        && postgresql < Table.number(cells[11], Integer.MAX_VALUE);
  }

  /** Returns what is known of a parameter in all versions, the oldest first. */
  public List<PostgresGuc> history(String name) {
    return table.rows(name).stream().map(PostgresGucs::guc).toList();
  }

  /** Returns the names of all parameters of a version, in lower case. */
  public Set<String> names(int postgresql) {
    return names(postgresql, false);
  }

  /**
   * Returns the names that {@code postgres --describe-config} lists in the newest known minor
   * release of a version, in lower case: the {@code available_gucs} of Patroni since 3.0.3.
   */
  public Set<String> listed(int postgresql) {
    return names(postgresql, true);
  }

  private Set<String> names(int postgresql, boolean listed) {
    Set<String> names = new HashSet<>();
    for (String name : table.lines().keySet()) {
      for (String[] cells : table.rows(name)) {
        if (holds(cells, postgresql) && !(listed && cells[9].contains("unlisted"))) {
          names.add(name);
        }
      }
    }
    return Set.copyOf(names);
  }

  /** Returns what came in the place of a parameter that this version of PostgreSQL has no more. */
  public Optional<Replacement> replacement(String name, int postgresql) {
    for (String[] cells : replacements.rows(name)) {
      if (postgresql >= Integer.parseInt(cells[1])) {
        Optional<String> by = cells[2].isEmpty() ? Optional.empty() : Optional.of(cells[2]);
        Replacement.How how = Replacement.How.valueOf(upper(cells[3]));
        return Optional.of(new Replacement(cells[0], Integer.parseInt(cells[1]), by, how));
      }
    }
    return Optional.empty();
  }
}
