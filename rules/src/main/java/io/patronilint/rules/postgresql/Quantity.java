package io.patronilint.rules.postgresql;

import io.patronilint.schemas.guc.GucKind;
import java.util.Optional;

/**
 * A number with what stands behind it.
 *
 * @param number digits, with sign and point where they are written
 * @param unit letters, or {@code %}; empty for nothing
 */
record Quantity(String number, String unit) {

  /** Reads a text that is a number, blanks and a unit; empty if it is anything else. */
  static Optional<Quantity> of(String written) {
    String text = written.strip();
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int end = start;
    boolean digit = false;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      digit |= isDigit(text.charAt(end));
      end++;
    }
    String unit = text.substring(end).strip();
    boolean letters = unit.chars().allMatch(c -> Character.isLetter(c) || c == '%');
    return digit && letters
        ? Optional.of(new Quantity(text.substring(0, end), unit))
        : Optional.empty();
  }

  /** Tells whether it has a unit where a number is asked for. */
  boolean isNumberOf(GucKind kind) {
    return !unit.isEmpty() && (kind == GucKind.INTEGER || kind == GucKind.REAL);
  }

  /** Returns the whole number without unit that this is; -1 if it is none, or too large. */
  long bare() {
    boolean digits = number.chars().allMatch(c -> isDigit((char) c));
    return unit.isEmpty() && digits && number.length() < 10 ? Long.parseLong(number) : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
