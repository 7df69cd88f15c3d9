package io.patronilint.core.fix;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.fix.FixOutcome.Applied;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies fixes in memory, pass after pass, until none is left to apply.
 *
 * <p>Fixes that get in each other's way wait for the next pass, so every fix works on the text that
 * it was made for. Nothing is written.
 */
public final class Fixer {

  /** Passes in which no fix had to wait; more than a few of them mean that fixes fight. */
  private static final int FULL_PASSES = 10;

  /** All passes; only fixes that go on for ever get there. */
  private static final int PASSES = 100;

  private final Linter linter;
  private final FixPolicy policy;

  /** Prepares to fix what {@code linter} finds, as {@code policy} wants it. */
  public Fixer(Linter linter, FixPolicy policy) {
    this.linter = linter;
    this.policy = policy;
  }

  /**
   * Fixes what {@code before} found.
   *
   * @throws FixFailedException if fixes go on for ever or leave a file that cannot be read
   */
  public FixOutcome fix(Report before) {
    Workspace start = before.workspace();
    Set<List<Patch.Change>> seen = new HashSet<>();
    seen.add(List.of());
    List<Applied> applied = new ArrayList<>();
    Report report = before;
    int fullPasses = 0;
    for (int pass = 0; pass < PASSES && fullPasses < FULL_PASSES; pass++) {
      FixPass next = FixPass.over(report.workspace(), wanted(report));
      if (!next.changesAnything()) {
        return new FixOutcome(before, report, applied);
      }
      applied.addAll(next.applied());
      if (!seen.add(Patch.differences(start, next.after()))) {
        break;
      }
      fullPasses += next.someWait() ? 0 : 1;
      report = linter.lint(next.after());
    }
    throw new FixFailedException("Fixes do not come to an end: " + rules(applied) + ".");
  }

  private List<Applied> wanted(Report report) {
    List<Applied> wanted = new ArrayList<>();
    report
        .findings()
        .forEach(f -> policy.toApply(f).ifPresent(fix -> wanted.add(new Applied(f, fix))));
    return wanted;
  }

  static String rules(List<Applied> applied) {
    return applied.stream()
        .map(a -> a.finding().rule())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
