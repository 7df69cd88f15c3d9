package io.patronilint.rules.common;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.text.SourceText;

/** Recognises what a template engine has yet to fill in; such values are not judged. */
public final class Placeholders {

  private Placeholders() {}

  /** Tells whether {@code text} is a template with branches, in which a key may well come twice. */
  public static boolean isTemplate(SourceText text) {
    String whole = text.text();
    return whole.contains("{{") || whole.contains("{%") || whole.contains("<%");
  }

  /** Tells whether the scalar {@code node} holds a placeholder. */
  public static boolean in(ConfigNode node) {
    return node.text().map(Placeholders::in).orElse(false);
  }

  /**
   * Tells whether {@code value} holds a placeholder: <code>{{ x }}</code>, <code>{% x %}</code>,
   * {@code <%= x %>}, <code>${X}</code>, {@code @X@} or {@code __X__}.
   */
  public static boolean in(String value) {
    return value.contains("{{")
        || value.contains("{%")
        || value.contains("<%")
        || value.contains("${")
        || between(value, "@")
        || between(value, "__");
  }

  private static boolean between(String value, String mark) {
    int open = value.indexOf(mark);
    while (open >= 0) {
      int close = value.indexOf(mark, open + mark.length());
      if (close < 0) {
        return false;
      }
      if (isName(value, open + mark.length(), close)) {
        return true;
      }
      open = close;
    }
    return false;
  }

  private static boolean isName(String value, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') {
        return false;
      }
    }
    return end > start;
  }
}
