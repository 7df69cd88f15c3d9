package io.patronilint.core.conf;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.Locale;

/**
 * Says why PostgreSQL refuses a line.
 *
 * <p>Names of parameters are shown, values and what may be a part of one never are: a line that
 * went wrong often holds a connection string.
 */
final class ConfProblems {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Longer names are cut, so that a binary file does not end up in a report. */
  private static final int MAX_NAME = 64;

  private ConfProblems() {}

  static ConfProblem badName(ConfScanner scanner, ConfToken token) {
    String message =
        switch (token) {
          case EQUALS -> "PostgreSQL refuses this line: there is no parameter name before '='.";
          case WORD, INTEGER, REAL, STRING ->
              "PostgreSQL refuses this line: a parameter name consists of letters, digits and '_',"
                  + " starts with a letter, and has at most one dot.";
          default ->
              "PostgreSQL refuses this line: "
                  + character(scanner.lexeme())
                  + " cannot start a parameter name.";
        };
    return new ConfProblem(message, scanner.span());
  }

  static ConfProblem noValue(SourceText text, Span name, int end) {
    if (text.text().charAt(name.start()) == BYTE_ORDER_MARK) {
      return byteOrderMark(name);
    }
    return new ConfProblem(
        "PostgreSQL refuses this line: " + quoted(text, name) + " has no value.",
        new Span(name.start(), end));
  }

  static ConfProblem badValue(SourceText text, Span name, ConfScanner scanner, ConfToken token) {
    String subject = "PostgreSQL refuses this line: the value of " + quoted(text, name);
    String message =
        switch (token) {
          case EQUALS -> subject + " is preceded by more than one '='.";
          case QUALIFIED_ID -> subject + " contains a dot, so it must be in single quotes.";
          default ->
              scanner.lexeme().equals("'")
                  ? subject + " has no closing quote on this line."
                  : subject
                      + " starts with "
                      + character(scanner.lexeme())
                      + ", so it must be in single quotes.";
        };
    return new ConfProblem(message, scanner.span());
  }

  static ConfProblem trailing(SourceText text, Span name, Span value, Span rest) {
    String subject = "PostgreSQL refuses this line: ";
    String whole = text.text();
    boolean wasQuoted = whole.charAt(value.start()) == '\'';
    String message;
    if (wasQuoted && whole.charAt(rest.start()) == '\'' && rest.start() == value.end()) {
      message =
          subject + "the value of " + quoted(text, name) + " has no closing quote on this line.";
    } else if (wasQuoted) {
      message =
          subject
              + "something follows the quoted value of "
              + quoted(text, name)
              + "; a quote inside a value must be doubled.";
    } else {
      message =
          subject
              + "something follows the value of "
              + quoted(text, name)
              + "; a value that is more than one word or number must be in single quotes.";
    }
    return new ConfProblem(message, rest);
  }

  static ConfProblem byteOrderMark(Span name) {
    return new ConfProblem(
        "PostgreSQL does not skip the byte order mark at the start of this file and takes it for"
            + " the first letter of a parameter name.",
        new Span(name.start(), name.start() + 1));
  }

  static ConfProblem abandoned(int offset) {
    return new ConfProblem(
        "PostgreSQL gives up on this file after 100 lines that it cannot read.", Span.at(offset));
  }

  private static String quoted(SourceText text, Span name) {
    int end = Math.min(name.end(), name.start() + MAX_NAME);
    return '"' + text.text().substring(name.start(), end) + (end < name.end() ? "…" : "") + '"';
  }

  private static String character(String lexeme) {
    char c = lexeme.charAt(0);
    return c < ' ' || c == 0x7F
        ? String.format(Locale.ROOT, "the control character U+%04X", (int) c)
        : "'" + c + "'";
  }
}
