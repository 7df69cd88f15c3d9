package io.patronilint.rules.support;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import java.util.List;
import java.util.Optional;

/** Makes fixes of the outcome of an editing operation. */
public final class YamlFix {

  private YamlFix() {}

  /** Returns a fix that only edits; empty if the editor refused. */
  public static Optional<Fix> of(EditResult result, String name, String title, Safety safety) {
    return of(result, name, title, safety, Optional.empty());
  }

  /**
   * Returns a fix that edits and, for what a living cluster has in its DCS, shows a command to run
   * as well; empty if the editor refused.
   */
  public static Optional<Fix> of(
      EditResult result, String name, String title, Safety safety, Optional<String> command) {
    if (!result.possible() || result.edits().isEmpty()) {
      return Optional.empty();
    }
    List<String> commands = command.map(List::of).orElse(List.of());
    return Optional.of(
        new Fix(name, title, safety, List.copyOf(result.edits()), commands, List.of()));
  }
}
