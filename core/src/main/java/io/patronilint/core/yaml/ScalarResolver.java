package io.patronilint.core.yaml;

/**
 * Gives plain scalars their types as PyYAML's {@code Resolver} does (YAML 1.1 as PyYAML 6 has it).
 *
 * <p>Decides by the first character, as PyYAML does, and matches by hand: no pattern is compiled or
 * can backtrack.
 */
final class ScalarResolver {

  static final ScalarValue NULL = new ScalarValue.Null();
  static final ScalarValue TRUE = new ScalarValue.Bool(true);
  static final ScalarValue FALSE = new ScalarValue.Bool(false);
  private static final ScalarValue MERGE = new ScalarValue.Merge();

  private ScalarResolver() {}

  /**
   * Returns the value of a scalar without a tag.
   *
   * @throws PyValueException if PyYAML takes the text for a type that cannot hold it
   */
  static ScalarValue resolve(String text) throws PyValueException {
    if (text.isEmpty()) {
      return NULL;
    }
    char first = text.charAt(0);
    switch (first) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O' -> {
        return word(text);
      }
      case '~' -> {
        return text.length() == 1 ? NULL : new ScalarValue.Str(text);
      }
      case '<' -> {
        return text.equals("<<") ? MERGE : new ScalarValue.Str(text);
      }
      case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        return number(text);
      }
      default -> {
        return new ScalarValue.Str(text);
      }
    }
  }

  /** Tells whether a scalar without a tag gets the tag {@code value} of YAML 1.1. */
  static boolean isValueIndicator(String text) {
    return text.equals("=");
  }

  /** Returns the truth value that {@code text} spells, or null: the words of PyYAML's resolver. */
  private static ScalarValue word(String text) {
    return switch (text) {
      case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> TRUE;
      case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> FALSE;
      case "null", "Null", "NULL" -> NULL;
      default -> new ScalarValue.Str(text);
    };
  }

  private static ScalarValue number(String text) throws PyValueException {
    if (isInt(text)) {
      return new ScalarValue.Int(PyNumbers.toInt(text));
    }
    if (isFloat(text)) {
      double value = PyNumbers.toFloat(text);
      return new ScalarValue.Real(value, PyText.repr(value));
    }
    if (PyTimestamps.matches(text)) {
      return PyTimestamps.toTimestamp(text);
    }
    return new ScalarValue.Str(text);
  }

  private static boolean isInt(String text) {
    int at = sign(text);
    int length = text.length();
    if (at == length) {
      return false;
    }
    if (text.charAt(at) == '0') {
      if (at + 1 == length) {
        return true;
      }
      return switch (text.charAt(at + 1)) {
        case 'b' -> at + 2 < length && run(text, at + 2, 2) == length;
        case 'x' -> at + 2 < length && run(text, at + 2, 16) == length;
        default -> run(text, at + 1, 8) == length;
      };
    }
    if (!PyText.isDigit(text.charAt(at))) {
      return false;
    }
    int end = run(text, at, 10);
    return end == length || sexagesimalParts(text, end) == length;
  }

  private static boolean isFloat(String text) {
    int at = sign(text);
    int length = text.length();
    if (at == length) {
      return false;
    }
    char first = text.charAt(at);
    if (first == '.') {
      String word = text.substring(at + 1);
      if (word.equals("inf") || word.equals("Inf") || word.equals("INF")) {
        return true;
      }
      return at == 0 && isFractionOnly(text, word);
    }
    if (!PyText.isDigit(first)) {
      return false;
    }
    int end = run(text, at, 10);
    int parts = sexagesimalParts(text, end);
    if (parts >= length || text.charAt(parts) != '.') {
      return false;
    }
    int fraction = run(text, parts + 1, 10);
    return fraction == length || (parts == end && isExponent(text, fraction));
  }

  private static boolean isFractionOnly(String text, String word) {
    if (word.equals("nan") || word.equals("NaN") || word.equals("NAN")) {
      return true;
    }
    if (word.isEmpty() || !PyText.isDigit(word.charAt(0))) {
      return false;
    }
    int end = run(text, 1, 10);
    return end == text.length() || isExponent(text, end);
  }

  /** Tells whether the rest is an exponent; YAML 1.1 wants its sign written. */
  private static boolean isExponent(String text, int at) {
    if (at + 2 >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
      return false;
    }
    char sign = text.charAt(at + 1);
    return (sign == '+' || sign == '-') && PyText.digits(text, at + 2) == text.length();
  }

  private static int sign(String text) {
    return text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
  }

  /** Returns the offset behind the digits in {@code radix} and underscores from {@code from}. */
  private static int run(String text, int from, int radix) {
    int at = from;
    while (at < text.length() && isDigitOrUnderscore(text.charAt(at), radix)) {
      at++;
    }
    return at;
  }

  private static boolean isDigitOrUnderscore(char c, int radix) {
    return c == '_' || (c < 0x80 && Character.digit(c, radix) >= 0);
  }

  /** Returns the offset behind parts like {@code :30}, from 0 to 59, that start at {@code from}. */
  private static int sexagesimalParts(String text, int from) {
    int at = from;
    while (at + 1 < text.length()
        && text.charAt(at) == ':'
        && PyText.isDigit(text.charAt(at + 1))) {
      boolean two = at + 2 < text.length() && PyText.isDigit(text.charAt(at + 2));
      if (two && text.charAt(at + 1) > '5') {
        return at;
      }
      at += two ? 3 : 2;
    }
    return at;
  }
}
