package io.patronilint.cli.output;

/**
 * Makes text of unknown origin harmless to a terminal.
 *
 * <p>Control characters could move the cursor or change colours, format characters could reorder
 * what is read: both are shown as escapes, {@code \x1b} or <code>&#92;u{202e}</code>.
 */
final class Printable {

  private Printable() {}

  /** Returns {@code text} on one line: line ends and tabs become blanks, the rest is escaped. */
  static String line(String text) {
    return escape(text, false);
  }

  /** Returns {@code text} with its line feeds and tabs kept and everything else escaped. */
  static String block(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean keepLines) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7f) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == '\t') {
        out.append(keepLines ? (char) c : ' ');
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  /** Appends {@code codePoint}, escaped if it is not safe to print. */
  static void append(StringBuilder out, int codePoint) {
    if (isSafe(codePoint)) {
      out.appendCodePoint(codePoint);
    } else if (codePoint <= 0xff) {
      out.append("\\x")
          .append(Character.forDigit(codePoint >> 4, 16))
          .append(Character.forDigit(codePoint & 0xf, 16));
    } else {
      out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
    }
  }

  /** Tells how many columns {@code codePoint} takes when {@link #append} shows it. */
  static int width(int codePoint) {
    if (codePoint < 0x7f && codePoint >= ' ') {
      return 1;
    }
    if (!isSafe(codePoint)) {
      return codePoint <= 0xff ? 4 : Integer.toHexString(codePoint).length() + 4;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> 1;
    };
  }

  private static boolean isSafe(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint >= ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
