package io.patronilint.core.preview;

import java.util.Locale;

/** Makes pieces of sentences. */
final class Wording {

  private Wording() {}

  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Shortens a value that is quoted in a sentence. */
  static String quoted(String value) {
    String line = value.replace('\n', ' ').strip();
    return "'" + (line.length() > 80 ? line.substring(0, 77) + "..." : line) + "'";
  }
}
