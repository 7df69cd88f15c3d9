package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;

/** Deals in whole lines of a text. */
final class Lines {

  private Lines() {}

  /**
   * Returns what to delete so that the lines {@code lines} are gone: themselves, or, where they end
   * the text without a line end, the line end before them as well, so that there is none at the end
   * afterwards either.
   */
  static Span toDelete(SourceText text, Span lines) {
    String all = text.text();
    boolean open =
        lines.end() == all.length() && lines.end() > lines.start() && !endsLine(all, lines.end());
    return open ? new Span(beforeLineEnd(all, lines.start()), lines.end()) : lines;
  }

  /** Tells whether a line ends directly before {@code offset}. */
  static boolean endsLine(String text, int offset) {
    return offset > 0 && (text.charAt(offset - 1) == '\n' || text.charAt(offset - 1) == '\r');
  }

  /** Returns the offset before the line end that stands directly before {@code offset}, if any. */
  static int beforeLineEnd(String text, int offset) {
    if (!endsLine(text, offset)) {
      return offset;
    }
    boolean two = offset > 1 && text.startsWith("\r\n", offset - 2);
    return offset - (two ? 2 : 1);
  }
}
