package io.patronilint.core.conf;

import io.patronilint.core.text.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in the syntax of postgresql.conf.
 *
 * @param text the text
 * @param entries all entries in order
 * @param problems lines that PostgreSQL refuses, in order
 */
public record ConfFile(SourceText text, List<ConfEntry> entries, List<ConfProblem> problems) {

  /** Copies the lists. */
  public ConfFile {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** Returns the last assignment of {@code name}, whose case does not matter, or null. */
  public @Nullable ConfEntry last(String name) {
    ConfEntry found = null;
    for (ConfEntry entry : entries) {
      if (entry.kind() == ConfEntry.Kind.ASSIGNMENT && ConfNames.same(entry.name(), name)) {
        found = entry;
      }
    }
    return found;
  }
}
