package io.patronilint.cli.output;

import io.patronilint.core.preview.Verdict;
import java.io.PrintStream;
import java.util.List;

/** The verdicts of a preview. */
public final class PreviewReport {

  /**
   * The verdict on one node.
   *
   * @param verdict the verdict
   * @param remedies what to do, best first
   */
  public record Entry(Verdict verdict, List<Remedy> remedies) {
    /** Copies the list. */
    public Entry {
      remedies = List.copyOf(remedies);
    }
  }

  private final Look look;
  private final List<Entry> entries;

  /** Prepares the report. */
  public PreviewReport(Look look, List<Entry> entries) {
    this.look = look;
    this.entries = List.copyOf(entries);
  }

  /** Writes it for people. */
  public void text(PrintStream out) {
    boolean first = true;
    for (Entry entry : entries) {
      out.append(first ? "" : "\n").append(new PreviewText(look).of(entry));
      first = false;
    }
  }

  /** Writes it for programs. */
  public void json(PrintStream out) {
    new PreviewJson(look).write(entries, out);
  }
}
