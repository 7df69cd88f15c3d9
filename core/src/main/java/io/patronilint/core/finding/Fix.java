package io.patronilint.core.finding;

import java.util.List;

/**
 * A remedy for a finding.
 *
 * @param name short kebab-case name, chosen with {@code --prefer}, for instance {@code
 *     recovery-conf}
 * @param title what it does, imperative, without a final period
 * @param safety how far it may be trusted
 * @param edits the changes to files; empty where no file can express the remedy
 * @param commands commands for a person to run after the edits; never run by us
 * @param conditions when the remedy works and what else it needs, one sentence each
 */
public record Fix(
    String name,
    String title,
    Safety safety,
    List<FileEdit> edits,
    List<String> commands,
    List<String> conditions) {

  /** Checks that the fix does or shows something, and copies the lists. */
  public Fix {
    edits = List.copyOf(edits);
    commands = List.copyOf(commands);
    conditions = List.copyOf(conditions);
    if (edits.isEmpty() && safety != Safety.DISPLAY) {
      throw new IllegalArgumentException("a fix without edits can only be displayed: " + name);
    }
  }

  /** Returns a fix that only edits files. */
  public static Fix of(String name, String title, Safety safety, List<FileEdit> edits) {
    return new Fix(name, title, safety, edits, List.of(), List.of());
  }
}
