package io.patronilint.core.fix;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.patch.Patch;
import java.util.List;

/**
 * What came of applying fixes.
 *
 * @param before the report before all fixes
 * @param after the report on the files as they are with the fixes
 * @param applied the fixes, in the order in which they were applied
 */
public record FixOutcome(Report before, Report after, List<Applied> applied) {

  /**
   * A fix that was applied.
   *
   * @param finding what it fixes
   * @param fix the remedy
   */
  public record Applied(Finding finding, Fix fix) {}

  /** Copies the list. */
  public FixOutcome {
    applied = List.copyOf(applied);
  }

  /** Returns how the files change; nothing has been written yet. */
  public Patch patch() {
    return Patch.between(before.workspace(), after.workspace());
  }
}
