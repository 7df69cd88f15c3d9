package io.patronilint.rules.restore;

import io.patronilint.core.edit.YamlLines;
import java.util.Map;

/** A YAML text in which comments say what the entries are for. */
final class CommentedYaml {

  private static final int WIDTH = 88;

  private final StringBuilder text = new StringBuilder();

  /** Adds a comment at {@code column}, broken into lines that {@code indent} blanks start. */
  void comment(int column, String first, String words) {
    String margin = " ".repeat(column) + "#";
    String indent = " ".repeat(first.length());
    StringBuilder line = new StringBuilder(margin).append(first);
    boolean empty = true;
    for (String word : harmless(words).split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(margin).append(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    text.append(line).append('\n');
  }

  /** Adds a comment in one line, however long it is. */
  void line(String words) {
    text.append(words.isEmpty() ? "#" : "# " + harmless(words)).append('\n');
  }

  /** Adds an empty line. */
  void gap() {
    text.append('\n');
  }

  /**
   * Adds entries, the keys at {@code column}; those that are no plain words have no comment below.
   *
   * @param path the dotted path to them, empty or with a dot at its end
   * @param comments the comments that stand before entries, by their dotted path
   */
  void entries(Map<?, ?> entries, String path, int column, Map<String, String> comments) {
    entries.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          String comment = comments.get(path + name);
          if (comment != null) {
            comment(column, " ", comment);
          }
          if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append(" ".repeat(column)).append(name).append(":\n");
            entries(map, path + name + ".", column + 2, comments);
          } else {
            YamlLines.entry(name, value, column).forEach(l -> text.append(l).append('\n'));
          }
        });
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A comment ends where YAML sees the end of a line, and PyYAML refuses control characters. */
  private static String harmless(String words) {
    StringBuilder shown = new StringBuilder();
    words
        .codePoints()
        .forEach(
            c -> {
              boolean control = c < ' ' || (c >= 0x7F && c < 0xA0);
              boolean special = c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE;
              boolean half = Character.getType(c) == Character.SURROGATE || c == 0xFFFF;
              shown.appendCodePoint(control || special || half ? '?' : c);
            });
    return shown.toString();
  }
}
