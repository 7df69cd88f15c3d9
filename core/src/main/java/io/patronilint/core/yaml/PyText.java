package io.patronilint.core.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Texts as Python writes and compares them. */
final class PyText {

  private PyText() {}

  /** Returns the offset behind the ASCII digits of {@code text} that start at {@code from}. */
  static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Turns all digits and blanks of Unicode into those of ASCII, as Python's int() and float() do.
   */
  static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(text);
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c > '~' && Character.isDigit(c)) {
        ascii.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085') {
        ascii.setCharAt(i, ' ');
      }
    }
    return ascii.toString();
  }

  /** Turns A to Z into lower case and leaves all else alone. */
  static String lowerAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        StringBuilder lower = new StringBuilder(text);
        for (int k = i; k < text.length(); k++) {
          char c = text.charAt(k);
          if (c >= 'A' && c <= 'Z') {
            lower.setCharAt(k, (char) (c + ('a' - 'A')));
          }
        }
        return lower.toString();
      }
    }
    return text;
  }

  /** Returns what {@code repr()} of a float gives: the fewest digits that read back the same. */
  static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    String sign = value < 0 ? "-" : "";
    return sign + (point > 16 || point < -3 ? scientific(digits, point - 1) : plain(digits, point));
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; precision < 17; precision++) {
      BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String scientific(String digits, int exponent) {
    StringBuilder text = new StringBuilder();
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    int magnitude = Math.abs(exponent);
    return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
  }

  private static String plain(String digits, int point) {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length()) + ".0";
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }
}
