package io.patronilint.schemas.py;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code parse_bool}, {@code parse_int} and {@code parse_real} of patroni/utils.py, which are the
 * same from 2.0.0 to 4.1.4 under Python 3.
 *
 * <p>A value goes in as what {@code str(value)} gives, which is all that Patroni looks at. A unit
 * is empty where Patroni has None. Integers come out as {@link BigInteger}, floats as {@link
 * Double}.
 */
public final class PyParse {

  /**
   * More decimal digits than this {@code int()} refuses (Python 3.11; also 3.9 of Debian 11 since
   * 2022).
   */
  static final int MOST_DIGITS = 4300;

  private PyParse() {}

  /**
   * The number at the start of a text, and what follows it.
   *
   * @param number the number, null if there is none
   * @param rest the rest, or all if there is no number
   */
  record Split(@Nullable Number number, String rest) {}

  /**
   * Returns what {@code parse_bool} makes of a value; empty for its None. Blanks are not taken off.
   */
  public static Optional<Boolean> parseBool(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes", "1" -> Optional.of(true);
      case "off", "false", "no", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * Returns what {@code parse_int} makes of a value; empty for its None.
   *
   * @param value the value as {@code str} gives it
   * @param unit the unit that the number is wanted in, such as {@code kB} or {@code 8kB}; empty for
   *     none
   */
  public static Optional<BigInteger> parseInt(String value, String unit) throws PyRaisedException {
    Split split = strtol(value);
    if (!split.rest().isEmpty() && ".eE".indexOf(split.rest().charAt(0)) >= 0) {
      split = strtod(value);
    }
    Optional<Number> number = inUnit(split, unit);
    return number.isEmpty() ? Optional.empty() : Optional.of(round(number.get()));
  }

  /**
   * Returns what {@code parse_real} makes of a value; empty for its None.
   *
   * @param value the value as {@code str} gives it
   * @param unit the unit that the number is wanted in; empty for none
   */
  public static Optional<Number> parseReal(String value, String unit) throws PyRaisedException {
    return inUnit(strtod(value), unit);
  }

  private static Optional<Number> inUnit(Split split, String wanted) throws PyRaisedException {
    Number number = split.number();
    if (number == null) {
      return Optional.empty();
    }
    String unit = PyText.strip(split.rest());
    return unit.isEmpty() ? Optional.of(number) : PyUnits.convert(number, unit, wanted);
  }

  /** Compares two numbers exactly, as Python does. */
  public static int compare(Number a, Number b) {
    double first = a.doubleValue();
    double second = b.doubleValue();
    if ((a instanceof Double && Double.isInfinite(first))
        || (b instanceof Double && Double.isInfinite(second))) {
      return Double.compare(first, second);
    }
    return exact(a).compareTo(exact(b));
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigInteger whole
        ? new BigDecimal(whole)
        : new BigDecimal(number.doubleValue());
  }

  private static BigInteger round(Number number) throws PyRaisedException {
    return number instanceof BigInteger whole ? whole : PyUnits.round(number.doubleValue());
  }

  /** Returns {@code float(number)}. */
  static double toDouble(Number number) throws PyRaisedException {
    double value = number.doubleValue();
    if (number instanceof BigInteger && Double.isInfinite(value)) {
      throw new PyRaisedException("OverflowError");
    }
    return value;
  }

  /** Reads a hexadecimal, octal (a leading 0) or decimal integer: {@code strtol}. */
  static Split strtol(String value) throws PyRaisedException {
    String text = PyText.strip(value);
    int start = signEnd(text);
    if (text.startsWith("0x", start) && digitsEnd(text, start + 2, 16) > start + 2) {
      return split(text, start + 2, 16);
    }
    if (text.startsWith("0", start)) {
      return split(text, start, 8);
    }
    return split(text, start, 10);
  }

  private static Split split(String text, int start, int radix) throws PyRaisedException {
    int end = digitsEnd(text, start, radix);
    if (end == start) {
      return new Split(null, text);
    }
    if (radix == 10 && end - start > MOST_DIGITS) {
      throw new PyRaisedException("ValueError");
    }
    BigInteger number = new BigInteger(text.substring(start, end), radix);
    return new Split(text.startsWith("-") ? number.negate() : number, text.substring(end));
  }

  /** Reads digits with at most one point inside or before them, and an exponent: {@code strtod}. */
  private static Split strtod(String value) {
    String text = PyText.strip(value);
    int start = signEnd(text);
    int end = digitsEnd(text, start, 10);
    if (text.startsWith(".", end) && digitsEnd(text, end + 1, 10) > end + 1) {
      end = digitsEnd(text, end + 1, 10);
    }
    if (end == start) {
      return new Split(null, text);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      int digits = end + 1 + sign;
      int last = digitsEnd(text, digits, 10);
      end = last > digits ? last : end;
    }
    return new Split(Double.valueOf(text.substring(0, end)), text.substring(end));
  }

  private static int signEnd(String text) {
    return !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
  }

  private static int digitsEnd(String text, int start, int radix) {
    int end = start;
    while (end < text.length()
        && text.charAt(end) < 0x80
        && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    return end;
  }
}
