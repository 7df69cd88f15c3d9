package io.patronilint.core.yaml;

/**
 * Reads plain and quoted scalars from the text as PyYAML does.
 *
 * <p>Needed only where the engine reads something else than the text: see {@link EngineInput}.
 */
final class FlowText {

  private final String text;
  private final int end;
  private final ScalarStyle style;
  private final StringBuilder content = new StringBuilder();
  private int at;

  private FlowText(String text, int start, int end, ScalarStyle style) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.style = style;
  }

  /** Returns the content of the well-formed scalar between the offsets, quotes included. */
  static String read(String text, int start, int end, ScalarStyle style) {
    int quote = style == ScalarStyle.PLAIN ? 0 : 1;
    return new FlowText(text, start + quote, end - quote, style).read();
  }

  private String read() {
    while (at < end) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || CommentExtents.isBreak(c)) {
        blanks();
      } else if (c == '\'' && style == ScalarStyle.SINGLE_QUOTED) {
        content.append('\'');
        at += 2;
      } else if (c == '\\' && style == ScalarStyle.DOUBLE_QUOTED) {
        at++;
        escape();
      } else {
        content.append(c);
        at++;
      }
    }
    return content.toString();
  }

  private void blanks() {
    int start = at;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at == end || !CommentExtents.isBreak(text.charAt(at))) {
      content.append(text, start, at);
      return;
    }
    String first = normalized(text.charAt(at));
    at = behindBreak(text, at);
    int length = content.length();
    breaks();
    if (!first.equals("\n")) {
      content.insert(length, first);
    } else if (content.length() == length) {
      content.append(' ');
    }
  }

  /** Reads line ends and blanks and keeps the line ends. */
  private void breaks() {
    while (at < end) {
      char c = text.charAt(at);
      if (CommentExtents.isBreak(c)) {
        content.append(normalized(c));
        at = behindBreak(text, at);
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        return;
      }
    }
  }

  private void escape() {
    char c = text.charAt(at);
    int digits =
        switch (c) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    if (digits > 0) {
      content.appendCodePoint(Integer.parseInt(text.substring(at + 1, at + 1 + digits), 16));
      at += 1 + digits;
    } else if (CommentExtents.isBreak(c)) {
      at = behindBreak(text, at);
      breaks();
    } else {
      content.append(unescaped(c));
      at++;
    }
  }

  private static char unescaped(char c) {
    return switch (c) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default -> c;
    };
  }

  /** Returns what YAML 1.1 makes of a line end. */
  static String normalized(char lineBreak) {
    return lineBreak == '\u2028' ? "\u2028" : lineBreak == '\u2029' ? "\u2029" : "\n";
  }

  /** Returns the offset behind the line end at {@code at}. */
  static int behindBreak(String text, int at) {
    boolean crLf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return at + (crLf ? 2 : 1);
  }
}
