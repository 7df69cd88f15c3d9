package io.patronilint.cli;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.fix.FixPolicy;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks the names behind {@code --prefer}. */
final class PreferredNames {

  private PreferredNames() {}

  /**
   * Refuses a name that looks like a slip, before another fix is applied in its stead. A name that
   * nothing offers is no error by itself: the second run on the same files has nothing left to fix.
   *
   * @throws UsageException if a name is not offered but very much like one that is
   */
  static void check(FixPolicy policy, Report report) {
    Set<String> offered =
        report.findings().stream()
            .flatMap(finding -> finding.fixes().stream())
            .map(Fix::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : policy.preferred()) {
      Optional<String> meant =
          offered.contains(name) ? Optional.empty() : Suggestions.closest(name, offered);
      if (meant.isPresent()) {
        throw new UsageException(
            "no finding offers a fix called '" + name + "'; did you mean '" + meant.get() + "'?");
      }
    }
  }
}
