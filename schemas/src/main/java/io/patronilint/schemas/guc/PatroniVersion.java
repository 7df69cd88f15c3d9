package io.patronilint.schemas.guc;

import org.jspecify.annotations.Nullable;

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

  // Written out here and below: what a record or a comparator makes of itself costs classes at
  // run time, and every check compares releases.
  @Override
  public int compareTo(PatroniVersion other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor
        ? Integer.compare(minor, other.minor)
        : Integer.compare(patch, other.patch);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PatroniVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return (major * 1000 + minor) * 1000 + patch;
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
