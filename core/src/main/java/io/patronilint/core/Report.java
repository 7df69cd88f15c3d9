package io.patronilint.core;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.fix.FixPolicy;
import io.patronilint.core.fix.Fixer;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.workspace.Workspace;
import java.util.List;

/**
 * What was found in a workspace.
 *
 * @param linter what found it
 * @param workspace what was checked
 * @param findings what was found, ordered by path, position and rule
 */
public record Report(Linter linter, Workspace workspace, List<Finding> findings) {

  /** Copies the list. */
  public Report {
    findings = List.copyOf(findings);
  }

  /**
   * Returns the changes that the fixes make, as far as they are as safe as {@code least}.
   *
   * @throws io.patronilint.core.fix.FixFailedException if a rule's fixes lead nowhere
   */
  public Patch patch(Safety least) {
    return new Fixer(linter, FixPolicy.of(least)).fix(this).patch();
  }

  /** Returns how many findings have exactly {@code severity}. */
  public long count(Severity severity) {
    long count = 0;
    for (Finding finding : findings) {
      count += finding.severity() == severity ? 1 : 0;
    }
    return count;
  }

  /** Tells whether a finding is as bad as {@code severity} or worse. */
  public boolean hasAtLeast(Severity severity) {
    for (Finding finding : findings) {
      if (finding.severity().atLeast(severity)) {
        return true;
      }
    }
    return false;
  }
}
