package io.patronilint.schemas.guc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The releases of Patroni for which a row of a table holds. Several ranges, because fixes of an
 * older series come later than the first releases of a newer one.
 *
 * @param ranges the ranges, in order
 */
public record PatroniReleases(List<Range> ranges) {

  /**
   * From one release to the one before another.
   *
   * @param from the first release
   * @param until the first release that does not belong to it any more, null if there is none yet
   */
  public record Range(PatroniVersion from, @Nullable PatroniVersion until) {

    boolean contains(PatroniVersion version) {
      return version.compareTo(from) >= 0 && (until == null || version.compareTo(until) < 0);
    }
  }

  /** Reads ranges such as {@code 2.1.4-3.3.1 3.3.4-}. */
  public static PatroniReleases parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String range : text.split(" ", -1)) {
      int dash = range.indexOf('-');
      String until = range.substring(dash + 1);
      ranges.add(
          new Range(
              PatroniVersion.parse(range.substring(0, dash)),
              until.isEmpty() ? null : PatroniVersion.parse(until)));
    }
    return new PatroniReleases(List.copyOf(ranges));
  }

  /** Tells whether {@code version} is in one of the ranges. */
  public boolean contains(PatroniVersion version) {
    for (Range range : ranges) {
      if (range.contains(version)) {
        return true;
      }
    }
    return false;
  }
}
