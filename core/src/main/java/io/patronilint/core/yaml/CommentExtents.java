package io.patronilint.core.yaml;

/**
 * Finds the comment lines that belong to an entry in block style.
 *
 * <p>Comment lines directly above at the entry's own indentation belong to it, and so do comment
 * lines behind it that are indented deeper. What a comment line belongs to is looked up in the
 * text, for the tokens of YAML know nothing of comments.
 */
final class CommentExtents {

  private final String text;

  /** Where the search behind the same content ended last time; parents go on from there. */
  private int lastContentEnd = -1;

  private int lastResume;
  private int lastExtent;

  CommentExtents(String text) {
    this.text = text;
  }

  /**
   * Returns where an entry begins with its comments.
   *
   * @param start offset of the entry
   * @param floor offset behind everything that comes before and is no comment
   * @return the start of a line, or {@code start} if something else stands before it on its line
   */
  int start(int start, int floor) {
    int lineStart = lineStart(start);
    if (indent(lineStart) != start) {
      return start;
    }
    int column = start - lineStart;
    while (lineStart > 0) {
      int above = lineStart(lineStart - breakLengthBefore(lineStart));
      int content = indent(above);
      boolean comment = content < text.length() && text.charAt(content) == '#';
      if (above < floor || !comment || content - above != column) {
        return lineStart;
      }
      lineStart = above;
    }
    return lineStart;
  }

  /**
   * Returns where an entry ends with its comments: behind a line end, or at the end of the text.
   *
   * @param contentEnd offset behind the value
   * @param column column of the entry, from 0
   */
  int end(int contentEnd, int column) {
    if (contentEnd != lastContentEnd) {
      int rest = indent(contentEnd);
      boolean bare = rest == text.length() || isBreak(text.charAt(rest));
      if (!bare && text.charAt(rest) != '#') {
        return contentEnd;
      }
      lastContentEnd = contentEnd;
      lastResume = nextLine(rest);
      lastExtent = lastResume;
    }
    int line = lastResume;
    while (line < text.length()) {
      int content = indent(line);
      if (content < text.length() && text.charAt(content) == '#') {
        if (content - line <= column) {
          break;
        }
        lastExtent = nextLine(content);
      } else if (content < text.length() && !isBreak(text.charAt(content))) {
        break;
      }
      line = nextLine(content);
    }
    lastResume = line;
    return lastExtent;
  }

  /** Returns the offset of the first character from {@code at} on that is no blank. */
  private int indent(int at) {
    int end = at;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int nextLine(int at) {
    int end = at;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end == text.length() ? end : FlowText.behindBreak(text, end);
  }

  private int breakLengthBefore(int lineStart) {
    boolean crLf =
        lineStart > 1 && text.charAt(lineStart - 1) == '\n' && text.charAt(lineStart - 2) == '\r';
    return crLf ? 2 : 1;
  }

  /** Tells whether YAML 1.1 ends a line at {@code c}. */
  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
