package io.patronilint.schemas.py;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Python's {@code int(value)}. */
public final class PyInt {

  private PyInt() {}

  /** Returns {@code int(value)}: more than digits are taken, for instance {@code " 1_000 "}. */
  public static BigInteger of(PyValue value) throws PyRaisedException {
    return switch (value.kind()) {
      case BOOL -> value.text().equals("True") ? BigInteger.ONE : BigInteger.ZERO;
      case INT -> new BigInteger(value.text());
      case FLOAT -> ofFloat(value.text());
      case STR -> ofText(PyText.stripForInt(value.text()));
      case NONE, OTHER -> throw new PyRaisedException("TypeError");
    };
  }

  private static BigInteger ofFloat(String text) throws PyRaisedException {
    return switch (text) {
      case "nan" -> throw new PyRaisedException("ValueError");
      case "inf", "-inf" -> throw new PyRaisedException("OverflowError");
      default -> new BigDecimal(text).toBigInteger();
    };
  }

  private static BigInteger ofText(String text) throws PyRaisedException {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    StringBuilder digits = new StringBuilder();
    boolean afterDigit = false;
    for (int i = signed ? 1 : 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean isDigit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      if (isDigit) {
        digits.append(Character.digit(c, 10));
      } else if (c != '_' || !afterDigit) {
        throw new PyRaisedException("ValueError");
      }
      afterDigit = isDigit;
    }
    if (!afterDigit || digits.length() > PyParse.MOST_DIGITS) {
      throw new PyRaisedException("ValueError");
    }
    BigInteger number = new BigInteger(digits.toString());
    return text.startsWith("-") ? number.negate() : number;
  }
}
