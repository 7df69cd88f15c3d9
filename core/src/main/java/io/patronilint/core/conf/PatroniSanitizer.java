package io.patronilint.core.conf;

import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes lines from postgresql.auto.conf as Patroni does ({@code
 * ConfigHandler._sanitize_auto_conf}, the same from 1.6.0 to 4.1).
 *
 * <p>Patroni does not read the file as PostgreSQL does. It takes a line away if it starts, after
 * blanks, with a name in lower case and an equals sign. So {@code RESTORE_COMMAND = …}, {@code
 * restore_command '…'} without the sign, and everything behind an {@code include} stay and still
 * work, while a line that PostgreSQL takes for a comment's continuation behind a lone carriage
 * return goes.
 */
public final class PatroniSanitizer {

  private PatroniSanitizer() {}

  /**
   * What Patroni makes of a file.
   *
   * @param removed the lines that go, in order
   * @param text the file afterwards; if anything was removed, every line end is a line feed,
   *     because Patroni reads with universal newlines; if nothing was, the file is not written
   */
  public record Result(List<Removed> removed, String text) {
    /** Copies the list. */
    public Result {
      removed = List.copyOf(removed);
    }

    /** Tells whether Patroni writes the file. */
    public boolean rewritten() {
      return !removed.isEmpty();
    }
  }

  /**
   * A line that goes.
   *
   * @param name the parameter that it sets
   * @param nameSpan place of the name
   * @param lineSpan the whole line, its end included
   */
  public record Removed(String name, Span nameSpan, Span lineSpan) {}

  /**
   * Returns what Patroni makes of {@code text}.
   *
   * @param text the file, as far as Python can decode it; one that it cannot decode is left alone
   *     or, once something was removed, cut off there
   * @param names the names to remove, in lower case
   */
  public static Result sanitize(String text, Set<String> names) {
    List<Removed> removed = new ArrayList<>();
    StringBuilder kept = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = contentEnd(text, start);
      int next = lineEnd(text, end);
      Span name = assignedName(text, start, end);
      if (names.contains(text.substring(name.start(), name.end()))) {
        removed.add(
            new Removed(text.substring(name.start(), name.end()), name, new Span(start, next)));
      } else {
        kept.append(text, start, end).append(next > end ? "\n" : "");
      }
      start = next;
    }
    return new Result(removed, removed.isEmpty() ? text : kept.toString());
  }

  private static int contentEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int lineEnd(String text, int contentEnd) {
    if (contentEnd == text.length()) {
      return contentEnd;
    }
    boolean crLf =
        text.charAt(contentEnd) == '\r'
            && contentEnd + 1 < text.length()
            && text.charAt(contentEnd + 1) == '\n';
    return contentEnd + (crLf ? 2 : 1);
  }

  /** Returns the place of the name that the line assigns, empty if there is none. */
  private static Span assignedName(String text, int start, int end) {
    int nameStart = skipBlanks(text, start, end);
    int nameEnd = nameStart;
    while (nameEnd < end && isName(text.charAt(nameEnd))) {
      nameEnd++;
    }
    int equals = skipBlanks(text, nameEnd, end);
    boolean assigns = equals < end && text.charAt(equals) == '=';
    return assigns ? new Span(nameStart, nameEnd) : Span.at(nameStart);
  }

  private static int skipBlanks(String text, int start, int end) {
    int at = start;
    while (at < end && isPythonSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }

  /** Tells whether Python's {@code str.isspace} holds, which Java's notions of a blank are not. */
  private static boolean isPythonSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || (c >= '\u001C' && c <= ' ')
        || c == '\u0085'
        || c == '\u00A0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000';
  }
}
