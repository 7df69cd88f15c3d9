package io.patronilint.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A subcommand. */
interface Command {

  /** Returns the word that chooses it. */
  String name();

  /** Returns what it does, one line without a final period. */
  String summary();

  /** Adds its options and arguments, and the texts of its help, to {@code spec}. */
  void describe(CommandSpec spec);

  /** Returns its options in the order and the groups of its help. */
  List<OptionGroup> options();

  /**
   * Carries it out.
   *
   * @throws UsageException if the arguments make no sense together
   */
  ExitCode run(Arguments arguments, Shell shell);
}
