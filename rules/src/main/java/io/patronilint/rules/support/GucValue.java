package io.patronilint.rules.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as PostgreSQL and Patroni compare it: {@code on} is {@code true}, and {@code 1GB} is
 * {@code 1024MB}.
 *
 * @param text the value, blanks around it removed, booleans as {@code true} and {@code false}
 * @param number the number it starts with, as written, or null
 * @param unit what the number counts in bytes or microseconds, or null
 */
public record GucValue(String text, @Nullable String number, @Nullable Unit unit) {

  /**
   * A unit.
   *
   * @param time whether it is one of time, not of memory
   * @param factor how many microseconds or bytes it is
   */
  record Unit(boolean time, long factor) {}

  public static GucValue of(String written) {
    String text = written.strip();
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("on") || word.equals("true") || word.equals("yes")) {
      return new GucValue("true", null, null);
    }
    if (word.equals("off") || word.equals("false") || word.equals("no")) {
      return new GucValue("false", null, null);
    }
    int end = 0;
    while (end < text.length()
        && (isDigit(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    String number = isNumber(text, end) ? text.substring(0, end) : null;
    String rest = text.substring(end).strip();
    Unit unit = units().get(rest);
    return number == null || (!rest.isEmpty() && unit == null)
        ? new GucValue(text, null, null)
        : new GucValue(text, number, unit);
  }

  /**
   * Tells whether both mean the same; a number without a unit is not told apart from one with a
   * unit, because its unit depends on the parameter.
   */
  public boolean same(GucValue other) {
    if (number == null || other.number == null) {
      return text.equals(other.text);
    }
    if (unit == null && other.unit == null) {
      return equal(number, 1, other.number, 1);
    }
    if (unit == null || other.unit == null) {
      return true;
    }
    return unit.time() == other.unit.time()
        && equal(number, unit.factor(), other.number, other.unit.factor());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Tells whether the first {@code end} characters, digits, dots and signs, are a number. */
  private static boolean isNumber(String text, int end) {
    boolean digit = false;
    boolean dot = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if ((c == '-' && i > 0) || (c == '.' && dot)) {
        return false;
      }
      digit |= isDigit(c);
      dot |= c == '.';
    }
    return digit;
  }

  /** Whole numbers, which most are, do without BigDecimal: newer JDKs take long to load it. */
  private static boolean equal(String a, long unit, String b, long otherUnit) {
    if (a.indexOf('.') < 0 && b.indexOf('.') < 0) {
      return new BigInteger(a)
          .multiply(BigInteger.valueOf(unit))
          .equals(new BigInteger(b).multiply(BigInteger.valueOf(otherUnit)));
    }
    return new BigDecimal(a)
            .multiply(BigDecimal.valueOf(unit))
            .compareTo(new BigDecimal(b).multiply(BigDecimal.valueOf(otherUnit)))
        == 0;
  }

  private static Map<String, Unit> units() {
    return Map.ofEntries(
        Map.entry("B", memory(1)),
        Map.entry("kB", memory(1L << 10)),
        Map.entry("MB", memory(1L << 20)),
        Map.entry("GB", memory(1L << 30)),
        Map.entry("TB", memory(1L << 40)),
        Map.entry("us", time(1)),
        Map.entry("ms", time(1_000)),
        Map.entry("s", time(1_000_000)),
        Map.entry("min", time(60_000_000)),
        Map.entry("h", time(3_600_000_000L)),
        Map.entry("d", time(86_400_000_000L)));
  }

  private static Unit memory(long bytes) {
    return new Unit(false, bytes);
  }

  private static Unit time(long microseconds) {
    return new Unit(true, microseconds);
  }
}
