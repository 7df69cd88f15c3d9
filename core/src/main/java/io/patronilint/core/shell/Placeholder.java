package io.patronilint.core.shell;

import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A percent sign and what follows it in a command of PostgreSQL, such as {@code %p}.
 *
 * <p>PostgreSQL replaces placeholders before any shell sees the command, so quotes do not protect
 * them. Which ones a parameter knows differs: {@code %f} and {@code %p} in restore_command and
 * archive_command, {@code %r} in restore_command, archive_cleanup_command and recovery_end_command.
 * Any other is left as it is up to PostgreSQL 15 and an error from 16 on.
 *
 * @param text the placeholder as written; only {@code %} at the end of the command
 * @param span its place in the command line
 */
public record Placeholder(String text, Span span) {

  /** Returns all placeholders of {@code command}, {@code %%} included, in order. */
  static List<Placeholder> find(String command) {
    List<Placeholder> found = new ArrayList<>();
    int at = command.indexOf('%');
    while (at >= 0) {
      int next = at + 1;
      int end = next < command.length() ? command.offsetByCodePoints(next, 1) : next;
      found.add(new Placeholder(command.substring(at, end), new Span(at, end)));
      at = command.indexOf('%', end);
    }
    return found;
  }
}
