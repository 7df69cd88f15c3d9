package io.patronilint.core.secret;

import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets in any text by the way they are written, without knowing its format; follows values
 * over several lines.
 */
final class TextScanner {

  private final String text;
  private final List<Span> found = new ArrayList<>();
  private int keyColumn = -1;
  private char openQuote;

  private TextScanner(String text) {
    this.text = text;
  }

  /** Returns the secrets in order; none of them reaches over a line end. */
  static List<Span> scan(String text) {
    TextScanner scanner = new TextScanner(text);
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      scanner.line(start, end);
      start = end + 1;
    }
    return scanner.found;
  }

  private void line(int start, int end) {
    int first = start;
    while (first < end && text.charAt(first) == ' ') {
      first++;
    }
    if (first == end) {
      return;
    }
    int from = start;
    if (openQuote != 0) {
      int close = LineScanner.closingQuote(text, first, end, openQuote);
      add(first, close);
      if (close == end) {
        return;
      }
      openQuote = 0;
      keyColumn = -1;
      from = close + 1;
    } else if (keyColumn >= 0 && belongs(first, start, end)) {
      add(first, end);
      return;
    }
    LineScanner line = new LineScanner(text, start, end, found);
    line.scan(from);
    keyColumn = line.continuedBelow();
    openQuote = line.openQuote();
  }

  private boolean belongs(int first, int start, int end) {
    int indent = first - start;
    boolean item = text.charAt(first) == '-' && first + 1 < end && text.charAt(first + 1) == ' ';
    return indent > keyColumn || (item && indent == keyColumn);
  }

  private void add(int from, int to) {
    if (from < to) {
      found.add(new Span(from, to));
    }
  }
}
