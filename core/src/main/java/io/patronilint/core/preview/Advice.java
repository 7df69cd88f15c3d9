package io.patronilint.core.preview;

import java.util.List;

/**
 * Something to do.
 *
 * @param title what it does, imperative, without a final period
 * @param commands commands for a person to run; never run by us
 * @param also whether it goes with any other remedy instead of being one
 */
public record Advice(String title, List<String> commands, boolean also) {

  /** Copies the list. */
  public Advice {
    commands = List.copyOf(commands);
  }

  static Advice of(String title, String... commands) {
    return new Advice(title, List.of(commands), false);
  }
}
