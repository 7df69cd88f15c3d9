package io.patronilint.core.text;

import java.util.Arrays;

/**
 * Holds the text of a file and finds lines and columns in it.
 *
 * <p>A line ends at LF, CR LF or a lone CR, as editors count lines. A byte order mark stays in the
 * text, so that offsets are those of the decoded file.
 */
public final class SourceText {

  private final String text;
  private final int[] lineStarts;

  /** Indexes {@code text}; linear in its length. */
  public SourceText(String text) {
    this.text = text;
    this.lineStarts = index(text);
  }

  private static int[] index(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crOfCrLf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the length in UTF-16 code units. */
  public int length() {
    return text.length();
  }

  /** Returns what stands in {@code span}. */
  public String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  /**
   * Returns how many lines there are; a text that ends with a line end has one more, empty line.
   */
  public int lineCount() {
    return lineStarts.length;
  }

  /** Returns the offset at which {@code line} (from 1) starts. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Returns the offset behind the last character of {@code line} (from 1), before its line end. */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    int start = lineStarts[line - 1];
    while (end > start && isBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns the text of {@code line} (from 1) without its line end. */
  public String line(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /** Returns the line (from 1) in which {@code offset} lies. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns line and column of {@code offset}, which may be the end of the text. */
  public Position positionAt(int offset) {
    int line = lineAt(offset);
    return new Position(line, offset - lineStart(line) + 1);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
