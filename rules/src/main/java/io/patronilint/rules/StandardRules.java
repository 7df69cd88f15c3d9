package io.patronilint.rules;

import io.patronilint.core.rule.Rule;
import io.patronilint.rules.backup.NodePathInArchiveCommand;
import io.patronilint.rules.recovery.RestoreCommandStripped;
import java.util.List;

/** The one list of all rules that come with patroni-lint. */
public final class StandardRules {

  private StandardRules() {}

  /** Returns all rules, ordered by id. */
  public static List<Rule> all() {
    return List.of(
        new NodePathInArchiveCommand(), //
        new RestoreCommandStripped());
  }
}
