package io.patronilint.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at blanks. */
final class Wrap {

  private Wrap() {}

  /**
   * Breaks {@code text} into lines of at most {@code width} characters; a word longer than that has
   * a line of its own. Returns at least one line.
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (text.length() - start > width) {
      int blank = text.lastIndexOf(' ', start + width);
      if (blank <= start) {
        blank = text.indexOf(' ', start + width);
      }
      if (blank < 0) {
        break;
      }
      lines.add(text.substring(start, blank));
      start = blank + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }
}
