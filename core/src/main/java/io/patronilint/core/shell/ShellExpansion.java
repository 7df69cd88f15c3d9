package io.patronilint.core.shell;

/** Finds where an expansion of the shell ends. */
final class ShellExpansion {

  private ShellExpansion() {}

  /**
   * Returns the offset behind the expansion that starts at {@code start}: {@code start + 1} if the
   * dollar sign there stands for itself, -1 if the expansion is never closed.
   *
   * @param start the offset of a dollar sign or a backtick
   */
  static int end(String text, int start) {
    if (text.charAt(start) == '`') {
      return closing(text, start + 1, '\0', '`');
    }
    if (start + 1 == text.length()) {
      return start + 1;
    }
    char next = text.charAt(start + 1);
    if (next == '(') {
      return closing(text, start + 1, '(', ')');
    }
    if (next == '{') {
      return closing(text, start + 1, '{', '}');
    }
    if ("@*#?-$!0123456789".indexOf(next) >= 0) {
      return start + 2;
    }
    int end = start + 1;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Skips quotes, escapes and inner pairs. */
  private static int closing(String text, int from, char open, char close) {
    int depth = open == '\0' ? 1 : 0;
    char quote = '\0';
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && quote != '\'') {
        at++;
      } else if (quote != '\0') {
        quote = c == quote ? '\0' : quote;
      } else if (close != '`' && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
