package io.patronilint.core.patch;

import java.nio.charset.StandardCharsets;

/** Writes paths in the headers of a diff as git does. */
final class GitPath {

  private GitPath() {}

  /**
   * Returns {@code prefix} and {@code path}, in double quotes and with escapes where the path holds
   * a quote, a backslash, a control character or a byte beyond ASCII.
   *
   * @param prefix {@code a/} or {@code b/}
   * @param path the path with {@code /}; a leading slash is left out, as {@code -p1} wants it
   */
  static String of(String prefix, String path) {
    String whole = prefix + (path.startsWith("/") ? path.substring(1) : path);
    StringBuilder quoted = new StringBuilder("\"");
    boolean needed = false;
    for (byte signed : whole.getBytes(StandardCharsets.UTF_8)) {
      int b = signed & 0xFF;
      boolean special = b < 0x20 || b >= 0x7F || b == '"' || b == '\\';
      needed |= special;
      quoted.append(special ? escape(b) : String.valueOf((char) b));
    }
    return needed ? quoted.append('"').toString() : whole;
  }

  /** Returns what follows a path in a {@code ---} or {@code +++} line: a tab behind a blank. */
  static String end(String path) {
    return path.indexOf(' ') >= 0 ? "\t\n" : "\n";
  }

  private static String escape(int b) {
    return switch (b) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> String.format("\\%03o", b);
    };
  }
}
