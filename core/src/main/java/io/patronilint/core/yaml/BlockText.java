package io.patronilint.core.yaml;

/**
 * Reads a literal or folded block scalar from the text as PyYAML's {@code scan_block_scalar} does.
 *
 * <p>The engine reads nearly the same, but adds a line end at the end of a file that has none,
 * knows fewer line ends, and does not tell where the last line of the content ends.
 */
final class BlockText {

  private final String text;
  private final boolean folded;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder breaks = new StringBuilder();
  private int at;
  private int lineStart;
  private char chomping = ' ';
  private int increment;
  private int contentEnd;

  /**
   * Reads the scalar.
   *
   * @param start offset of its {@code |} or {@code >}
   * @param parentIndent column of the innermost block collection, or -1
   */
  BlockText(String text, int start, int parentIndent) {
    this.text = text;
    this.folded = text.charAt(start) == '>';
    this.at = start + 1;
    header();
    contentEnd = at;
    skipLine();
    read(Math.max(parentIndent + 1, 1));
  }

  String content() {
    return content.toString();
  }

  /**
   * Returns the offset behind the last line of the content, its line end not included; blank lines
   * belong to it only if they are kept.
   */
  int end() {
    return contentEnd;
  }

  /** Returns the offset behind all that was read: blanks at most stand before it on its line. */
  int rest() {
    return at;
  }

  private void header() {
    for (int i = 0; i < 2 && at < text.length(); i++) {
      char c = text.charAt(at);
      if (c == '+' || c == '-') {
        chomping = c;
      } else if (PyText.isDigit(c)) {
        increment = c - '0';
      } else {
        return;
      }
      at++;
    }
  }

  /** Goes to the next line; only blanks and a comment may stand behind the header. */
  private void skipLine() {
    while (at < text.length() && isBlank(at)) {
      if (text.charAt(at++) == '\t') {
        throw Complaints.tab(at - 1);
      }
    }
    while (at < text.length() && !CommentExtents.isBreak(text.charAt(at))) {
      at++;
    }
    lineBreak();
  }

  private void read(int leastIndent) {
    int indent = leastIndent + increment - 1;
    int breaksEnd;
    if (increment == 0) {
      indent = Math.max(leastIndent, leadingBlanks());
      breaksEnd = lineStart;
    } else {
      breaksEnd = takeBreaks(indent);
    }
    String lineBreak = "";
    while (at - lineStart == indent && at < text.length()) {
      content.append(breaks);
      boolean unindented = !isBlank(at);
      int from = at;
      while (at < text.length() && !CommentExtents.isBreak(text.charAt(at))) {
        at++;
      }
      content.append(text, from, at);
      contentEnd = at;
      lineBreak = lineBreak();
      breaksEnd = takeBreaks(indent);
      if (at - lineStart != indent || at == text.length()) {
        break;
      }
      if (folded && lineBreak.equals("\n") && unindented && !isBlank(at)) {
        content.append(breaks.isEmpty() ? " " : "");
      } else {
        content.append(lineBreak);
      }
    }
    if (chomping != '-') {
      content.append(lineBreak);
    }
    if (chomping == '+') {
      content.append(breaks);
      keepBlankLines(breaksEnd);
    }
  }

  /** Lets the scalar end before the line end of the last blank line that is kept. */
  private void keepBlankLines(int breaksEnd) {
    if (!breaks.isEmpty()) {
      int end = breaksEnd - 1;
      if (text.charAt(end) == '\n' && end > 0 && text.charAt(end - 1) == '\r') {
        end--;
      }
      contentEnd = Math.max(contentEnd, end);
    }
  }

  private boolean isBlank(int offset) {
    char c = text.charAt(offset);
    return c == ' ' || c == '\t';
  }

  /** Reads blank lines before the content and returns how far the most indented one goes. */
  private int leadingBlanks() {
    int most = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
        most = Math.max(most, at - lineStart);
      } else if (CommentExtents.isBreak(text.charAt(at))) {
        breaks.append(lineBreak());
      } else {
        break;
      }
    }
    return most;
  }

  /** Reads line ends and up to {@code indent} blanks behind each; returns where they end. */
  private int takeBreaks(int indent) {
    breaks.setLength(0);
    blanks(indent);
    int end = lineStart;
    while (at < text.length() && CommentExtents.isBreak(text.charAt(at))) {
      breaks.append(lineBreak());
      end = lineStart;
      blanks(indent);
    }
    return end;
  }

  private void blanks(int indent) {
    while (at < text.length() && at - lineStart < indent && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** Reads a line end, if there is one, and returns what YAML 1.1 makes of it. */
  private String lineBreak() {
    if (at == text.length() || !CommentExtents.isBreak(text.charAt(at))) {
      return "";
    }
    String value = FlowText.normalized(text.charAt(at));
    at = FlowText.behindBreak(text, at);
    lineStart = at;
    return value;
  }
}
