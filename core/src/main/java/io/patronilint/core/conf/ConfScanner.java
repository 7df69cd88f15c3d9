package io.patronilint.core.conf;

import io.patronilint.core.text.Span;

/**
 * Cuts a text into tokens as the lexical rules of PostgreSQL's guc-file.l do: the longest match
 * wins, and no token reaches over a line feed.
 *
 * <p>PostgreSQL works on bytes and counts every byte from 0x80 on as a letter; here that is every
 * character from U+0080 on.
 */
final class ConfScanner {

  private final String text;
  private int start;
  private int end;
  private int previousEnd;

  ConfScanner(String text) {
    this.text = text;
  }

  /** Returns the place of the last token. */
  Span span() {
    return new Span(start, end);
  }

  /** Returns the last token as written. */
  String lexeme() {
    return text.substring(start, end);
  }

  /** Returns the offset behind the token before the last one. */
  int previousEnd() {
    return previousEnd;
  }

  /** Reads on at {@code offset}. */
  void moveTo(int offset) {
    start = offset;
    end = offset;
    previousEnd = offset;
  }

  /** Reads the next token. */
  ConfToken next() {
    previousEnd = end;
    start = skipBlanks(end);
    if (start == text.length()) {
      end = start;
      return ConfToken.END_OF_FILE;
    }
    char c = text.charAt(start);
    if (isLetter(c)) {
      return word();
    }
    if (c == '\'') {
      return string();
    }
    if (isDigit(c) || c == '+' || c == '-' || c == '.') {
      return number();
    }
    end = start + 1;
    return switch (c) {
      case '\n' -> ConfToken.END_OF_LINE;
      case '=' -> ConfToken.EQUALS;
      default -> ConfToken.STRAY;
    };
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineFeed(at);
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private int lineFeed(int from) {
    int found = text.indexOf('\n', from);
    return found < 0 ? text.length() : found;
  }

  private ConfToken word() {
    int id = identifier(start);
    int qualified = peek(id) == '.' && isLetter(peek(id + 1)) ? identifier(id + 1) : id;
    int loose = qualified;
    while (loose < text.length() && isLoose(text.charAt(loose))) {
      loose++;
    }
    end = loose;
    if (loose > qualified) {
      return ConfToken.WORD;
    }
    return qualified > id ? ConfToken.QUALIFIED_ID : ConfToken.ID;
  }

  private int identifier(int from) {
    int at = from;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /**
   * Reads a quoted value. Two quotes stand for one, but the first of them ends the value if no
   * later quote does.
   */
  private ConfToken string() {
    int accepted = -1;
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (c == '\\') {
        if (peek(at + 1) == '\n') {
          break;
        }
        at += 2;
      } else if (c == '\'') {
        accepted = at + 1;
        if (peek(at + 1) != '\'') {
          break;
        }
        at += 2;
      } else {
        at++;
      }
    }
    end = accepted < 0 ? start + 1 : accepted;
    return accepted < 0 ? ConfToken.STRAY : ConfToken.STRING;
  }

  private ConfToken number() {
    int unsigned = peek(start) == '+' || peek(start) == '-' ? start + 1 : start;
    int whole = digits(unsigned);
    int integer = whole == unsigned ? -1 : units(whole);
    if (peek(unsigned) == '0' && peek(unsigned + 1) == 'x' && isHex(peek(unsigned + 2))) {
      integer = Math.max(integer, units(hexDigits(unsigned + 2)));
    }
    int real = peek(whole) == '.' ? exponent(digits(whole + 1)) : -1;
    if (integer < 0 && real < 0) {
      end = start + 1;
      return ConfToken.STRAY;
    }
    end = Math.max(integer, real);
    return integer >= real ? ConfToken.INTEGER : ConfToken.REAL;
  }

  private int digits(int from) {
    int at = from;
    while (isDigit(peek(at))) {
      at++;
    }
    return at;
  }

  private int hexDigits(int from) {
    int at = from;
    while (isHex(peek(at))) {
      at++;
    }
    return at;
  }

  private int units(int from) {
    int at = from;
    while (isAsciiLetter(peek(at))) {
      at++;
    }
    return at;
  }

  private int exponent(int from) {
    if (peek(from) != 'e' && peek(from) != 'E') {
      return from;
    }
    int unsigned = peek(from + 1) == '+' || peek(from + 1) == '-' ? from + 2 : from + 1;
    int digits = digits(unsigned);
    return digits == unsigned ? from : digits;
  }

  /**
   * Returns the character at {@code at}, and a line feed, which ends all tokens, behind the end.
   */
  private char peek(int at) {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  private static boolean isLoose(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == ':' || c == '/';
  }

  private static boolean isLetter(char c) {
    return isAsciiLetter(c) || c == '_' || c >= 0x80;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
