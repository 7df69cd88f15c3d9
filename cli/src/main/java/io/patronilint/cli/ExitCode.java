package io.patronilint.cli;

/** What the process says by its exit code. The numbers are part of the interface. */
public enum ExitCode {
  /** Nothing was found that is as bad as {@code --fail-on}. */
  OK(0),
  /** Something was found that is as bad as {@code --fail-on}, or worse. */
  FINDINGS(1),
  /** The command line is wrong, or a file cannot be written. */
  USAGE(2),
  /** patroni-lint itself failed. */
  INTERNAL(3),
  /** No path held anything to check. */
  NOTHING_TO_CHECK(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** Returns the number that the process exits with. */
  public int number() {
    return number;
  }
}
