package io.patronilint.core.observed;

import java.util.Optional;

/**
 * A position in the WAL.
 *
 * @param value the number of bytes before it
 */
public record Lsn(long value) implements Comparable<Lsn> {

  /** Reads the form {@code 0/3000028}. */
  public static Optional<Lsn> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash > 8 || text.length() - slash > 9 || slash == text.length() - 1) {
      return Optional.empty();
    }
    try {
      long high = Long.parseUnsignedLong(text.substring(0, slash), 16);
      long low = Long.parseUnsignedLong(text.substring(slash + 1), 16);
      return Optional.of(new Lsn((high << 32) | low));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Lsn other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return String.format("%X/%X", value >>> 32, value & 0xffff_ffffL);
  }
}
