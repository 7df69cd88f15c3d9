package io.patronilint.core.yaml;

import java.util.Random;

/** Spoils documents by small changes. */
final class Mutator {

  private static final String ODD =
      "  \n\n\t:-?,[]{}#&*!|>'\"%@`=<~\\.0aA_\r\u0085\u2028\ufeff\u00a0\u0007";

  private static final String[] TOKENS = {
    ": ", "- ", "? ", " #", "\n", "\n  ", "\n\n", "\t", "[", "]", "{", "}", ", ", "'", "\"", "|",
    ">-", "&a ", "*a ", "*a: ", "!", "!!str ", "!x ", "---\n", "...\n", "<<: ", "a", "1", "\\",
    "\\n", "%", "\r\n", "\u0085", "\u2028", " "
  };

  private Mutator() {}

  /** Makes {@code count} changes: deletes, inserts, repeats, swaps. */
  static String mutate(String text, Random random, int count) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < count && changed.length() > 1; i++) {
      int at = random.nextInt(changed.length() - 1);
      switch (random.nextInt(8)) {
        case 0, 1 -> changed.deleteCharAt(at);
        case 2 -> changed.insert(at, ODD.charAt(random.nextInt(ODD.length())));
        case 3, 4 -> changed.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
        case 5 -> {
          char c = changed.charAt(at);
          changed.setCharAt(at, changed.charAt(at + 1));
          changed.setCharAt(at + 1, c);
        }
        case 6 -> indent(changed, at, random.nextBoolean());
        default -> duplicateLine(changed, at);
      }
    }
    return withoutHalves(changed);
  }

  /** Moves the line at {@code at} by one column. */
  private static void indent(StringBuilder text, int at, boolean deeper) {
    int start = text.lastIndexOf("\n", at) + 1;
    if (deeper) {
      text.insert(start, ' ');
    } else if (start < text.length() && text.charAt(start) == ' ') {
      text.deleteCharAt(start);
    }
  }

  private static void duplicateLine(StringBuilder text, int at) {
    int start = text.lastIndexOf("\n", at) + 1;
    int end = text.indexOf("\n", start) + 1;
    if (end > start) {
      text.insert(start, text.substring(start, end));
    }
  }

  /** Drops halves of surrogate pairs, which no file in UTF-8 can hold. */
  static String withoutHalves(CharSequence text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /** Returns tokens in any order. */
  static String soup(Random random) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      text.append(TOKENS[random.nextInt(TOKENS.length)]);
    }
    return text.toString();
  }
}
