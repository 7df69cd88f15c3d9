package io.patronilint.cli.output;

import io.patronilint.core.finding.Severity;

/** Colours text for a terminal, or leaves it plain. */
public enum Style {
  /** No escape sequences at all. */
  PLAIN,
  /** ANSI escape sequences. */
  ANSI;

  /** Makes headings stand out. */
  public String bold(String text) {
    return paint("1", text);
  }

  String severity(Severity severity, String text) {
    return paint(
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case INFO -> "1;36";
        },
        text);
  }

  /** Paints line numbers and the frame around source lines. */
  String frame(String text) {
    return paint("1;34", text);
  }

  /** Paints the names of fixes. */
  String help(String text) {
    return paint("1;32", text);
  }

  /** Paints what is said about a value beside it. */
  String aside(String text) {
    return paint("2", text);
  }

  String removed(String text) {
    return paint("31", text);
  }

  String added(String text) {
    return paint("32", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
