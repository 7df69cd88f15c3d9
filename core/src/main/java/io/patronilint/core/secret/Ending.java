package io.patronilint.core.secret;

/** Where a value without quotes ends. */
enum Ending {
  /** At the end of the line. */
  LINE(""),
  /** At a comment or the end of the line: a YAML value that has its line for itself. */
  COMMENT(""),
  /** At a comma, a closing bracket or a quote: a YAML value within braces. */
  FLOW(",}]\"'"),
  /** At a blank or a quote: a word of a command or of a connection string. */
  BLANK(" \t\"'"),
  /** As a word, and at an ampersand: a parameter of a URL. */
  AMPERSAND(" \t\"'&"),
  /** At the single quote that was opened before the name. */
  SINGLE_QUOTE("'"),
  /** At the double quote that was opened before the name. */
  DOUBLE_QUOTE("\"");

  private final String stops;

  Ending(String stops) {
    this.stops = stops;
  }

  /** Returns where the value that starts at {@code from} ends, blanks behind it not included. */
  int find(String text, int from, int lineEnd) {
    int i = from;
    while (i < lineEnd && stops.indexOf(text.charAt(i)) < 0 && !startsComment(text, from, i)) {
      i++;
    }
    while (i > from && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
      i--;
    }
    return i;
  }

  private boolean startsComment(String text, int from, int i) {
    return this == COMMENT && text.charAt(i) == '#' && i > from && text.charAt(i - 1) == ' ';
  }
}
