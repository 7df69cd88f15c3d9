package io.patronilint.rules.support;

import io.patronilint.core.text.SourceText;

/** Tells values that some template engine has yet to fill in. */
public final class Templates {

  private Templates() {}

  /**
   * Tells whether {@code text} holds a placeholder of Jinja, Go, ERB, envsubst, Python or the kind
   * that sed replaces: what will stand there is not known.
   */
  public static boolean unrendered(String text) {
    return text.contains("{{")
        || text.contains("{%")
        || text.contains("<%")
        || text.contains("${")
        || text.contains("%(")
        || surrounded(text, "@")
        || surrounded(text, "__");
  }

  /** Tells whether {@code text} is a template with branches, in which a key may well come twice. */
  public static boolean branching(SourceText text) {
    String whole = text.text();
    return whole.contains("{{") || whole.contains("{%") || whole.contains("<%");
  }

  /** Tells whether a name of capital letters stands between two of {@code mark}. */
  private static boolean surrounded(String text, String mark) {
    int start = text.indexOf(mark);
    while (start >= 0) {
      int name = start + mark.length();
      int end = name;
      while (end < text.length() && isCapital(text.charAt(end)) && !text.startsWith(mark, end)) {
        end++;
      }
      if (end > name && text.startsWith(mark, end)) {
        return true;
      }
      start = text.indexOf(mark, end);
    }
    return false;
  }

  private static boolean isCapital(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
