package io.patronilint.cli;

import io.patronilint.core.Linter;
import io.patronilint.core.host.Host;

/** {@code --host}; a class of its own, so that a run without it loads nothing of the machine. */
final class Machine {

  private Machine() {}

  /** Lets the rules look at this machine. */
  static void add(Linter.Builder builder, CheckOptions options, Shell shell) {
    try {
      builder.host(Host.local(shell.directory(), options.hostUser()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--host-user: " + e.getMessage());
    }
  }
}
