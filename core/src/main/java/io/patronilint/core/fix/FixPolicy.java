package io.patronilint.core.fix;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import java.util.List;
import java.util.Optional;

/**
 * Which of the remedies that findings offer are wanted.
 *
 * @param least the least trusted fixes that may be applied: {@link Safety#SAFE} or {@link
 *     Safety#UNSAFE}
 * @param preferred names of fixes, the most wanted first
 */
public record FixPolicy(Safety least, List<String> preferred) {

  /** Checks that displayed fixes are not to be applied, and copies the list. */
  public FixPolicy {
    preferred = List.copyOf(preferred);
    if (least == Safety.DISPLAY) {
      throw new IllegalArgumentException("fixes that are only displayed cannot be applied");
    }
  }

  /** Wants the first fix of every finding that is as safe as {@code least}. */
  public static FixPolicy of(Safety least) {
    return new FixPolicy(least, List.of());
  }

  /**
   * Returns the remedy that is wanted for {@code finding}: one that is preferred by name, whatever
   * its safety, or else the first that may be applied.
   */
  public Optional<Fix> choose(Finding finding) {
    for (String name : preferred) {
      for (Fix fix : finding.fixes()) {
        if (fix.name().equals(name)) {
          return Optional.of(fix);
        }
      }
    }
    return finding.fixes().stream().filter(this::allows).findFirst();
  }

  /** Returns the remedy that {@link #choose} gives if it changes files and may be applied. */
  public Optional<Fix> toApply(Finding finding) {
    return choose(finding).filter(this::allows);
  }

  private boolean allows(Fix fix) {
    return !fix.edits().isEmpty() && fix.safety().compareTo(least) <= 0;
  }
}
