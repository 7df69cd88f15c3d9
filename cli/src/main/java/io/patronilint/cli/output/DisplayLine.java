package io.patronilint.cli.output;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.List;

/**
 * A line of a file as a terminal shows it: tabs expanded, secrets masked, control characters
 * escaped.
 *
 * <p>Of a very long line only the surroundings of one place are kept.
 */
final class DisplayLine {

  private static final int TAB = 4;
  private static final int BEFORE = 2_000;
  private static final int KEPT = 6_000;
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String CUT = "...";

  private final String text;
  private final int from;
  private final int[] columns;

  private DisplayLine(String text, int from, int[] columns) {
    this.text = text;
    this.from = from;
    this.columns = columns;
  }

  /**
   * Renders {@code line} of {@code source}.
   *
   * @param line line number from 1
   * @param secrets parts of the source to mask
   * @param focus an offset that has to be shown
   */
  static DisplayLine of(SourceText source, int line, List<Span> secrets, int focus) {
    int lineEnd = source.lineEnd(line);
    int from = Math.max(source.lineStart(line), Math.min(focus, lineEnd) - BEFORE);
    int to = Math.min(lineEnd, from + KEPT);
    Builder builder = new Builder(source.text(), from, to);
    builder.dots(from > source.lineStart(line));
    for (Span secret : secrets) {
      if (secret.end() > from && secret.start() < to) {
        builder.plain(secret.start());
        builder.masked(Math.min(secret.end(), to));
      }
    }
    builder.plain(to);
    builder.dots(to < lineEnd);
    return builder.build();
  }

  /** Renders from left to right. */
  private static final class Builder {
    private final String source;
    private final int from;
    private final StringBuilder out = new StringBuilder();
    private final int[] columns;
    private int at;
    private int column;

    Builder(String source, int from, int to) {
      this.source = source;
      this.from = from;
      this.at = from;
      this.columns = new int[to - from + 1];
    }

    void dots(boolean cut) {
      if (cut) {
        out.append(CUT);
        column += CUT.length();
      }
    }

    void masked(int end) {
      advance(end);
      out.append(Masking.MASK);
      column += Masking.MASK.length();
    }

    void plain(int end) {
      while (at < end) {
        int c = source.codePointAt(at);
        boolean mark = c == BYTE_ORDER_MARK && at == 0;
        advance(Math.min(at + Character.charCount(c), end));
        if (c == '\t') {
          int blanks = TAB - column % TAB;
          out.append(" ".repeat(blanks));
          column += blanks;
        } else if (!mark) {
          Printable.append(out, c);
          column += Printable.width(c);
        }
      }
    }

    private void advance(int end) {
      for (; at < end; at++) {
        columns[at - from] = column;
      }
    }

    DisplayLine build() {
      columns[columns.length - 1] = column;
      return new DisplayLine(out.toString(), from, columns);
    }
  }

  /** Returns the whole text. */
  String text() {
    return text;
  }

  /** Returns the column (from 0) at which the character at {@code offset} of the file is shown. */
  int column(int offset) {
    return columns[Math.max(0, Math.min(offset - from, columns.length - 1))];
  }

  /** Returns the number of columns. */
  int width() {
    return columns[columns.length - 1];
  }

  /**
   * Chooses the part to show where the line does not fit.
   *
   * @param width columns there are
   * @param focus column that has to be visible
   */
  Window window(int width, int focus) {
    if (width() <= width) {
      return new Window(0, width());
    }
    int start = focus < width - width / 4 ? 0 : focus - width / 4;
    start = Math.min(start, width() - width);
    return new Window(start, Math.min(width(), start + width));
  }

  /** Returns what stands in {@code window}, with dots where something is cut off. */
  String show(Window window) {
    if (window.start() == 0 && window.end() == width()) {
      return text.stripTrailing();
    }
    StringBuilder out = new StringBuilder();
    int column = 0;
    int first = window.start() == 0 ? 0 : window.start() + CUT.length();
    int last = window.end() == width() ? width() : window.end() - CUT.length();
    if (first > 0) {
      out.append(CUT);
    }
    for (int i = 0; i < text.length() && column < last; ) {
      int c = text.codePointAt(i);
      if (column >= first) {
        out.appendCodePoint(c);
      }
      column += Printable.width(c);
      i += Character.charCount(c);
    }
    return (last < width() ? out.append(CUT) : out).toString().stripTrailing();
  }

  /**
   * A range of columns.
   *
   * @param start first column, from 0
   * @param end column behind the last
   */
  record Window(int start, int end) {
    /** Returns where {@code column} is shown inside the window. */
    int at(int column) {
      return Math.max(0, Math.min(column, end) - start);
    }
  }
}
