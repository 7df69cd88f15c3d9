package io.patronilint.schemas.guc;

import java.util.Comparator;

/**
 * A release of Patroni. Releases are ordered by their numbers, not by their dates.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record PatroniVersion(int major, int minor, int patch)
    implements Comparable<PatroniVersion> {

  /** Reads three numbers with dots between them, as the tables have them. */
  static PatroniVersion parse(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    return new PatroniVersion(
        Integer.parseInt(text.substring(0, first)),
        Integer.parseInt(text.substring(first + 1, second)),
        Integer.parseInt(text.substring(second + 1)));
  }

  @Override
  public int compareTo(PatroniVersion other) {
    return Comparator.comparingInt(PatroniVersion::major)
        .thenComparingInt(PatroniVersion::minor)
        .thenComparingInt(PatroniVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
