package io.patronilint.cli.output;

/** Paints unified diffs. */
public final class PatchText {

  private PatchText() {}

  /**
   * Returns {@code diff} as {@code style} wants it; unchanged, and fit for git, without colours.
   */
  public static String paint(String diff, Style style) {
    if (style == Style.PLAIN) {
      return diff;
    }
    StringBuilder out = new StringBuilder(diff.length() + 256);
    int start = 0;
    while (start < diff.length()) {
      int feed = diff.indexOf('\n', start);
      int end = feed < 0 ? diff.length() : feed;
      out.append(line(Printable.line(diff.substring(start, end)), style));
      out.append(feed < 0 ? "" : "\n");
      start = end + 1;
    }
    return out.toString();
  }

  private static String line(String line, Style style) {
    if (line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("diff ")) {
      return style.bold(line);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> style.added(line);
      case '-' -> style.removed(line);
      case '@' -> style.frame(line);
      default -> line;
    };
  }
}
