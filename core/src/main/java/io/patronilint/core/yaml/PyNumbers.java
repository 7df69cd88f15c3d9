package io.patronilint.core.yaml;

import java.math.BigInteger;

/**
 * Makes numbers of texts as PyYAML's {@code construct_yaml_int} and {@code construct_yaml_float} do
 * with Python's {@code int()} and {@code float()}.
 */
final class PyNumbers {

  /** Python 3.11 refuses decimal texts with more digits ({@code sys.set_int_max_str_digits}). */
  private static final int MAX_DECIMAL_DIGITS = 4300;

  /** More parts of a base 60 number than this would cost quadratic time. */
  private static final int MAX_SEXAGESIMAL_PARTS = 2000;

  private PyNumbers() {}

  /** Makes an int of {@code text}, which may hold underscores and parts in base 60. */
  static BigInteger toInt(String text) throws PyValueException {
    if (isShortDecimal(text)) {
      return BigInteger.valueOf(Long.parseLong(text));
    }
    String digits = withoutUnderscores(text);
    if (digits.isEmpty()) {
      throw new PyValueException("is no whole number");
    }
    boolean negative = digits.charAt(0) == '-';
    if (negative || digits.charAt(0) == '+') {
      digits = digits.substring(1);
    }
    BigInteger value = magnitude(digits);
    return negative ? value.negate() : value;
  }

  private static boolean isShortDecimal(String text) {
    int length = text.length();
    if (length == 0 || length > 18 || (length > 1 && text.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static BigInteger magnitude(String digits) throws PyValueException {
    if (digits.isEmpty()) {
      throw new PyValueException("is no whole number");
    }
    if (digits.startsWith("0b")) {
      return parse(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return parse(digits.substring(2), 16);
    }
    if (digits.equals("0")) {
      return BigInteger.ZERO;
    }
    if (digits.charAt(0) == '0') {
      return parse(digits, 8);
    }
    return digits.indexOf(':') >= 0 ? sexagesimal(digits) : parse(digits, 10);
  }

  private static BigInteger sexagesimal(String digits) throws PyValueException {
    String[] parts = digits.split(":", -1);
    if (parts.length > MAX_SEXAGESIMAL_PARTS) {
      throw new PyValueException("has too many parts between colons");
    }
    BigInteger sixty = BigInteger.valueOf(60);
    BigInteger value = BigInteger.ZERO;
    for (String part : parts) {
      value = value.multiply(sixty).add(parse(part, 10));
    }
    return value;
  }

  /** Does what {@code int(text, radix)} does, but for underscores, which are gone already. */
  private static BigInteger parse(String text, int radix) throws PyValueException {
    String stripped = text.strip();
    boolean negative = stripped.startsWith("-");
    if (negative || stripped.startsWith("+")) {
      stripped = stripped.substring(1);
    }
    if (hasPrefixOf(stripped, radix)) {
      stripped = stripped.substring(2);
    }
    if (stripped.isEmpty()) {
      throw new PyValueException("has no digits");
    }
    for (int i = 0; i < stripped.length(); i++) {
      if (Character.digit(stripped.charAt(i), radix) < 0) {
        throw new PyValueException("is no whole number in base " + radix);
      }
    }
    if (radix == 10 && stripped.length() > MAX_DECIMAL_DIGITS) {
      throw new PyValueException("has more digits than Python's limit of " + MAX_DECIMAL_DIGITS);
    }
    BigInteger value =
        radix == 10
            ? new BigInteger(stripped)
            : ofBits(stripped, Integer.numberOfTrailingZeros(radix));
    return negative ? value.negate() : value;
  }

  private static boolean hasPrefixOf(String text, int radix) {
    if (text.length() < 2 || text.charAt(0) != '0') {
      return false;
    }
    char mark = Character.toLowerCase(text.charAt(1));
    return (radix == 16 && mark == 'x')
        || (radix == 8 && mark == 'o')
        || (radix == 2 && mark == 'b');
  }

  /** Puts digits of {@code width} bits together in linear time, which BigInteger's parser lacks. */
  private static BigInteger ofBits(String digits, int width) {
    int bits = digits.length() * width;
    byte[] bytes = new byte[bits / 8 + 2];
    int at = 0;
    for (int i = digits.length() - 1; i >= 0; i--, at += width) {
      int shifted = Character.digit(digits.charAt(i), 1 << width) << (at % 8);
      int index = bytes.length - 1 - at / 8;
      bytes[index] |= (byte) shifted;
      if (shifted > 0xFF) {
        bytes[index - 1] |= (byte) (shifted >> 8);
      }
    }
    return new BigInteger(bytes);
  }

  /** Makes a float of {@code text}, which may hold underscores and parts in base 60. */
  static double toFloat(String text) throws PyValueException {
    String digits = PyText.lowerAscii(withoutUnderscores(text));
    if (digits.isEmpty()) {
      throw new PyValueException("is no number");
    }
    boolean negative = digits.charAt(0) == '-';
    if (negative || digits.charAt(0) == '+') {
      digits = digits.substring(1);
    }
    if (digits.equals(".inf")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (digits.equals(".nan")) {
      return Double.NaN;
    }
    double value = digits.indexOf(':') >= 0 ? sexagesimalFloat(digits) : parseFloat(digits);
    return negative ? -value : value;
  }

  private static double sexagesimalFloat(String digits) throws PyValueException {
    String[] parts = digits.split(":", -1);
    double value = 0.0;
    double base = 1.0;
    for (int i = parts.length - 1; i >= 0; i--) {
      if (Double.isInfinite(base)) {
        throw new PyValueException("is too large for a float");
      }
      value += parseFloat(parts[i]) * base;
      base *= 60;
    }
    return value;
  }

  /** Does what {@code float(text)} does for a text in lower case without underscores. */
  private static double parseFloat(String text) throws PyValueException {
    String stripped = text.strip();
    boolean negative = stripped.startsWith("-");
    String digits = negative || stripped.startsWith("+") ? stripped.substring(1) : stripped;
    switch (digits) {
      case "inf", "infinity" -> {
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      case "nan" -> {
        return Double.NaN;
      }
      default -> {
        if (!isPythonFloat(digits)) {
          throw new PyValueException("is no number");
        }
        return Double.parseDouble(stripped);
      }
    }
  }

  /**
   * Tells whether {@code text} is digits with an optional point and exponent; no suffix, no hex.
   */
  private static boolean isPythonFloat(String text) {
    int at = PyText.digits(text, 0);
    int count = at;
    if (at < text.length() && text.charAt(at) == '.') {
      int end = PyText.digits(text, at + 1);
      count += end - at - 1;
      at = end;
    }
    if (count == 0) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == 'e') {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int end = PyText.digits(text, at);
      return end > at && end == text.length();
    }
    return at == text.length();
  }

  private static String withoutUnderscores(String text) {
    return text.indexOf('_') < 0 ? text : text.replace("_", "");
  }
}
