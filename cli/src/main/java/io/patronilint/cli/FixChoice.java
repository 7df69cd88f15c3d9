package io.patronilint.cli;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import java.util.List;
import java.util.Optional;

/**
 * Chooses one of the remedies that a finding offers.
 *
 * @param unsafe whether unsafe fixes may be applied
 * @param preferred names of fixes, the most wanted first
 */
record FixChoice(boolean unsafe, List<String> preferred) {

  FixChoice {
    preferred = List.copyOf(preferred);
  }

  /**
   * Returns the remedy that a person would take: the one that is preferred by name, whatever its
   * safety, or else the first that may be applied.
   */
  Optional<Fix> of(Finding finding) {
    for (String name : preferred) {
      Optional<Fix> wanted =
          finding.fixes().stream().filter(fix -> fix.name().equals(name)).findFirst();
      if (wanted.isPresent()) {
        return wanted;
      }
    }
    return finding.fixes().stream().filter(this::applies).findFirst();
  }

  /** Returns the remedy of {@link #of} if it changes files and may be applied. */
  Optional<Fix> toApply(Finding finding) {
    return of(finding).filter(this::applies);
  }

  private boolean applies(Fix fix) {
    boolean allowed = fix.safety() == Safety.SAFE || (unsafe && fix.safety() == Safety.UNSAFE);
    return allowed && !fix.edits().isEmpty();
  }
}
