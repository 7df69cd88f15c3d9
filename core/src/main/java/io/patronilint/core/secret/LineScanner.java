package io.patronilint.core.secret;

import io.patronilint.core.text.Span;
import java.util.List;

/**
 * Finds secrets in one line by the way they are written: {@code password: x}, {@code password=x},
 * {@code "password": "x"}, {@code --password x}, {@code scheme://user:x@host}.
 */
final class LineScanner {

  private static final int NOTHING = -1;

  private final String text;
  private final int start;
  private final int end;
  private final List<Span> found;
  private final boolean comment;
  private int continuedBelow = NOTHING;
  private char openQuote;
  private int urlEnd;

  LineScanner(String text, int start, int end, List<Span> found) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.found = found;
    int first = skipBlanks(start);
    this.comment = first < end && text.charAt(first) == '#';
  }

  /**
   * Returns the column of a key whose secret may go on in deeper indented lines below, or a
   * negative number.
   */
  int continuedBelow() {
    return comment ? NOTHING : continuedBelow;
  }

  /** Returns the quote that a secret was opened but not closed with, or 0. */
  char openQuote() {
    return comment ? 0 : openQuote;
  }

  /** Scans from {@code from} to the end of the line. */
  void scan(int from) {
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (isNameChar(c)) {
        int nameEnd = i;
        while (nameEnd < end && isNameChar(text.charAt(nameEnd))) {
          nameEnd++;
        }
        i = Math.max(nameEnd, afterName(i, nameEnd));
      } else if (c == ':' && text.startsWith("//", i + 1)) {
        i = userInfo(i + 3);
      } else {
        i++;
      }
    }
  }

  /** Looks at what follows a name; returns where to go on. */
  private int afterName(int nameStart, int nameEnd) {
    String name = text.substring(nameStart, nameEnd);
    if (!SecretNames.matches(name) && !SecretNames.holdsCredentials(name)) {
      return nameEnd;
    }
    char before = nameStart > start ? text.charAt(nameStart - 1) : ' ';
    boolean quotedName = isQuote(before) && nameEnd < end && text.charAt(nameEnd) == before;
    int separator = skipBlanks(quotedName ? nameEnd + 1 : nameEnd);
    if (separator == end) {
      return nameEnd;
    }
    char c = text.charAt(separator);
    if (c == '=') {
      return value(name, separator, assigned(nameStart, before, quotedName));
    }
    if (c == ':' && (quotedName || blankAt(separator + 1)) && isKey(nameStart, quotedName)) {
      boolean alone = firstInLine(nameStart);
      if (alone) {
        continuedBelow = nameStart - start - (quotedName ? 1 : 0);
      } else if (skipBlanks(separator + 1) == end) {
        continuedBelow = skipBlanks(start) - start;
      }
      return value(name, separator, alone ? Ending.COMMENT : Ending.FLOW);
    }
    if (isOption(name) && separator > nameEnd && c != '-') {
      return value(name, separator - 1, Ending.BLANK);
    }
    return nameEnd;
  }

  private Ending assigned(int nameStart, char before, boolean quotedName) {
    if (isQuote(before) && !quotedName) {
      return before == '"' ? Ending.DOUBLE_QUOTE : Ending.SINGLE_QUOTE;
    }
    if (before == '?' || before == '&') {
      return Ending.AMPERSAND;
    }
    return firstInLine(nameStart) ? Ending.LINE : Ending.BLANK;
  }

  /** Tells prose ("the password: it") from a key: a key begins its line, or a quote or comma is. */
  private boolean isKey(int nameStart, boolean quotedName) {
    if (quotedName || firstInLine(nameStart) || isQuote(text.charAt(nameStart - 1))) {
      return true;
    }
    int i = nameStart - 1;
    while (i > start && isBlank(text.charAt(i))) {
      i--;
    }
    return "{,[".indexOf(text.charAt(i)) >= 0;
  }

  private boolean firstInLine(int nameStart) {
    for (int i = start; i < nameStart; i++) {
      if (" \t-#;\"'?\uFEFF".indexOf(text.charAt(i)) < 0) {
        return i + 7 == nameStart && text.startsWith("export ", i);
      }
    }
    return true;
  }

  /** Takes the value behind {@code separator}; returns where it ends. */
  private int value(String name, int separator, Ending ending) {
    int from = skipBlanks(separator + 1);
    if (from >= end) {
      return end;
    }
    char c = text.charAt(from);
    if (isQuote(c)) {
      return quoted(name, from, c);
    }
    if (c == '\\' && from + 1 < end && isQuote(text.charAt(from + 1))) {
      return add(name, from + 2, nextPair(from));
    }
    if ((c == '|' || c == '>') && ending == Ending.COMMENT) {
      return end;
    }
    int close = add(name, from, ending.find(text, from, end));
    // The quote may hold a whole command, with more secrets behind the first.
    boolean quotedCommand = ending == Ending.SINGLE_QUOTE || ending == Ending.DOUBLE_QUOTE;
    return quotedCommand ? Math.min(close, Ending.BLANK.find(text, from, end)) : close;
  }

  private static boolean isOption(String name) {
    return name.startsWith("--") || SecretNames.holdsCredentials(name);
  }

  private int quoted(String name, int from, char quote) {
    boolean doubled = from + 2 < end && text.charAt(from + 1) == quote;
    if (doubled && " \t,}])#".indexOf(text.charAt(from + 2)) < 0) {
      return add(name, from + 2, nextPair(from));
    }
    int close = closingQuote(text, from + 1, end, quote);
    if (close == end) {
      openQuote = quote;
    } else {
      continuedBelow = NOTHING;
    }
    return add(name, from + 1, close);
  }

  /** Returns where the two characters at {@code pair} come again in this line, or its end. */
  private int nextPair(int pair) {
    for (int i = pair + 2; i + 1 < end; i++) {
      if (text.charAt(i) == text.charAt(pair) && text.charAt(i + 1) == text.charAt(pair + 1)) {
        return i;
      }
    }
    return end;
  }

  /**
   * Returns the offset of the quote that closes a text whose inside starts at {@code from}, or
   * {@code end}. A backslash before a quote always escapes it: rather too much is hidden than too
   * little.
   */
  static int closingQuote(String text, int from, int end, char quote) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        if (i + 1 < end && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i;
        }
      }
    }
    return end;
  }

  private int add(String name, int from, int to) {
    String value = text.substring(from, to);
    boolean secret = SecretNames.matches(name) || value.indexOf(':') > 0;
    if (secret && !SecretNames.harmless(name, value)) {
      found.add(new Span(from, to));
    }
    return to;
  }

  private int userInfo(int from) {
    if (from < urlEnd) {
      return from;
    }
    int at = NOTHING;
    int colon = NOTHING;
    int i = from;
    for (; i < end && " \t\"'<>".indexOf(text.charAt(i)) < 0; i++) {
      char c = text.charAt(i);
      at = c == '@' ? i : at;
      colon = c == ':' && colon < 0 ? i : colon;
    }
    urlEnd = i;
    if (colon < 0 || colon + 1 >= at) {
      return from;
    }
    found.add(new Span(colon + 1, at));
    return at;
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean blankAt(int offset) {
    return offset >= end || isBlank(text.charAt(offset));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }
}
