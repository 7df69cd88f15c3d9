package io.patronilint.schemas.guc;

import java.util.List;
import java.util.Optional;

/**
 * What a release of Patroni knows of a parameter in some versions of PostgreSQL.
 *
 * @param name the name as Patroni writes it; names are compared without case
 * @param kind how the value is checked
 * @param pgFrom the first version of PostgreSQL for which this holds, as a number such as 150000
 * @param pgTill the first version for which it does not hold any more; {@link Integer#MAX_VALUE} if
 *     there is none
 * @param unit the unit of a number without one, such as {@code 8kB}; empty if it has none
 * @param min the least value of a number
 * @param max the greatest value of a number
 * @param values the words that an enumeration takes, in lower case
 */
public record PatroniGuc(
    String name,
    GucKind kind,
    int pgFrom,
    int pgTill,
    String unit,
    Optional<Bound> min,
    Optional<Bound> max,
    List<String> values) {

  /**
   * A bound of a number.
   *
   * @param text what Patroni writes in place of a value beyond the bound
   * @param number the bound, a {@link java.math.BigInteger} or a {@link Double}
   * @param quoted Patroni's table has a text here by mistake; comparing with it raises TypeError
   */
  public record Bound(String text, Number number, boolean quoted) {}
}
