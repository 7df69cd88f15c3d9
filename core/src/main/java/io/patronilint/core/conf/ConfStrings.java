package io.patronilint.core.conf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes values out of their single quotes and puts them in, as PostgreSQL does. */
public final class ConfStrings {

  private ConfStrings() {}

  /**
   * Returns the value of {@code quoted}: without the quotes around it, {@code ''} as one quote, and
   * with its backslash escapes replaced.
   *
   * <p>Octal escapes stand for bytes, which are decoded as UTF-8. PostgreSQL holds values as C
   * strings, so a NUL ends the value: one made by an escape cuts off what follows, one that stands
   * in the file also costs the byte before it. (Right behind the opening quote there is none, and
   * PostgreSQL 15 takes what happens to be in its memory; here the value is empty.)
   *
   * @param quoted a value as written, from its opening to its closing quote
   */
  public static String unquote(String quoted) {
    boolean plain = quoted.indexOf('\\') < 0 && quoted.indexOf('\0') < 0;
    if (plain && quoted.indexOf('\'', 1) == quoted.length() - 1) {
      return quoted.substring(1, quoted.length() - 1);
    }
    int nul = quoted.indexOf('\0');
    byte[] bytes = unescape(nul < 0 ? quoted : quoted.substring(0, nul));
    // The last byte goes whatever it is: PostgreSQL takes it for the closing quote.
    String value = new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_8);
    int end = value.indexOf('\0');
    return end < 0 ? value : value.substring(0, end);
  }

  /**
   * Returns {@code value} in single quotes, so that PostgreSQL reads back the same value.
   *
   * @throws IllegalArgumentException if the value contains a NUL, which no file can express
   */
  public static String quote(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('\'');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\'' -> quoted.append("''");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\0' -> throw new IllegalArgumentException("a value cannot contain NUL");
        default -> quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }

  /** Replaces the escapes behind the opening quote; keeps the closing quote. */
  private static byte[] unescape(String quoted) {
    ByteArrayOutputStream value = new ByteArrayOutputStream(quoted.length());
    int at = 1;
    while (at < quoted.length()) {
      char c = quoted.charAt(at);
      if (c == '\\') {
        at++;
        int digits = octalDigits(quoted, at);
        if (digits > 0) {
          value.write(octal(quoted, at, digits));
          at += digits;
        } else {
          at = put(value, quoted, at, at < quoted.length() ? escape(quoted.charAt(at)) : '\0');
        }
      } else {
        at = put(value, quoted, at, c);
        at += c == '\'' && at < quoted.length() && quoted.charAt(at) == '\'' ? 1 : 0;
      }
    }
    return value.toByteArray();
  }

  /**
   * Writes {@code c}, or the pair of surrogates that starts at {@code at}; returns what follows.
   */
  private static int put(ByteArrayOutputStream value, String quoted, int at, char c) {
    if (c < 0x80) {
      value.write(c);
      return at + 1;
    }
    int length = Character.charCount(quoted.codePointAt(at));
    byte[] bytes = quoted.substring(at, at + length).getBytes(StandardCharsets.UTF_8);
    value.write(bytes, 0, bytes.length);
    return at + length;
  }

  private static char escape(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private static int octalDigits(String quoted, int from) {
    int count = 0;
    while (count < 3
        && from + count < quoted.length()
        && quoted.charAt(from + count) >= '0'
        && quoted.charAt(from + count) <= '7') {
      count++;
    }
    return count;
  }

  private static int octal(String quoted, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 8 + (quoted.charAt(i) - '0');
    }
    return value & 0xFF;
  }
}
