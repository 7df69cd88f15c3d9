package io.patronilint.cli.output;

import io.patronilint.core.patch.Patch;
import java.util.List;

/**
 * Something to do instead of starting Patroni as things are.
 *
 * @param rule id of the rule that offers it; empty if it comes from the preview itself
 * @param fix name of the fix, for {@code --prefer}; empty if it is none
 * @param title what it does, imperative, without a final period
 * @param safety how far to trust the fix; empty if it is none
 * @param changes what it changes in files
 * @param commands what to run
 * @param conditions what it needs, one sentence each
 */
public record Remedy(
    String rule,
    String fix,
    String title,
    String safety,
    List<Patch.Change> changes,
    List<String> commands,
    List<String> conditions) {

  /** Copies the lists. */
  public Remedy {
    changes = List.copyOf(changes);
    commands = List.copyOf(commands);
    conditions = List.copyOf(conditions);
  }
}
