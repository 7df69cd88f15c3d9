package io.patronilint.schemas.py;

/** Texts as Python's str sees them. */
public final class PyText {

  private PyText() {}

  /** Returns {@code text.strip()}. */
  public static String strip(String text) {
    return strip(text, true);
  }

  /** Takes off what {@code int(text)} takes off, which does not include the separators 1C to 1F. */
  static String stripForInt(String text) {
    return strip(text, false);
  }

  private static String strip(String text, boolean separators) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start), separators)) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1), separators)) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Tells what {@code str.isspace} tells; all its characters are in the basic plane. */
  private static boolean isSpace(char c, boolean separators) {
    return (c >= '\t' && c <= '\r')
        || (separators && c >= 0x1c && c <= 0x1f)
        || c == 0x85
        || Character.isSpaceChar(c);
  }
}
