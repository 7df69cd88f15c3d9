package io.patronilint.cli;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies fixes in memory, pass after pass, until none is left to apply. */
final class FixRun {

  /** More passes than any real file needs; only fixes that undo each other get there. */
  private static final int PASSES = 20;

  private final Linter linter;
  private final FixChoice choice;

  FixRun(Linter linter, FixChoice choice) {
    this.linter = linter;
    this.choice = choice;
  }

  /**
   * Fixes what {@code before} found.
   *
   * @throws IllegalStateException if fixes go on for ever, which is a bug in a rule
   */
  Outcome run(Report before) {
    List<Applied> applied = new ArrayList<>();
    Report report = before;
    for (int pass = 0; pass < PASSES; pass++) {
      List<Applied> chosen = choose(report);
      if (chosen.isEmpty()) {
        return new Outcome(before, report, applied);
      }
      List<FileEdit> edits = new ArrayList<>();
      chosen.forEach(one -> edits.addAll(one.fix().edits()));
      report = linter.lint(report.workspace().apply(edits));
      applied.addAll(chosen);
    }
    throw new IllegalStateException("fixes do not come to an end: " + rules(applied));
  }

  /** Takes as many fixes as do not get in each other's way; the rest waits for the next pass. */
  private List<Applied> choose(Report report) {
    List<Applied> chosen = new ArrayList<>();
    List<FileEdit> taken = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Optional<Fix> fix = choice.toApply(finding);
      if (fix.isPresent() && fix.get().edits().stream().noneMatch(edit -> clashes(edit, taken))) {
        chosen.add(new Applied(finding, fix.get()));
        taken.addAll(fix.get().edits());
      }
    }
    return chosen;
  }

  private static boolean clashes(FileEdit edit, List<FileEdit> taken) {
    return taken.stream().anyMatch(other -> clash(edit, other));
  }

  private static boolean clash(FileEdit one, FileEdit other) {
    if (!one.path().equals(other.path())) {
      return false;
    }
    return !(one instanceof FileEdit.Replace a && other instanceof FileEdit.Replace b)
        || (a.span().start() <= b.span().end() && b.span().start() <= a.span().end());
  }

  private static String rules(List<Applied> applied) {
    return String.join(", ", applied.stream().map(a -> a.finding().rule()).distinct().toList());
  }

  /**
   * A fix that was applied.
   *
   * @param finding what it fixes
   * @param fix the remedy
   */
  record Applied(Finding finding, Fix fix) {}

  /**
   * What came of it.
   *
   * @param before the report before all fixes
   * @param after the report on the files as they are with the fixes
   * @param applied the fixes, in the order in which they were applied
   */
  record Outcome(Report before, Report after, List<Applied> applied) {
    Outcome {
      applied = List.copyOf(applied);
    }

    /** Returns the change of the files. */
    Patch patch() {
      return Patch.between(before.workspace(), after.workspace());
    }
  }
}
