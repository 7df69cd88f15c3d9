package io.patronilint.cli;

import io.patronilint.core.fix.FixFailedException;

/** Reports errors of our own. */
final class Failure {

  private static final String DEBUG = "PATRONI_LINT_DEBUG";

  private Failure() {}

  /**
   * Says in one line that patroni-lint failed and how to report it. The stack trace is shown only
   * on request: it may quote the configuration.
   */
  static ExitCode report(Throwable error, Shell shell) {
    shell
        .err()
        .append("patroni-lint: internal error (")
        .append(error.getClass().getSimpleName())
        .append("). This is a bug in patroni-lint ")
        .append(ToolVersion.text())
        .append("; please report it with the output of the same command under ")
        .append(DEBUG)
        .append("=1.\n");
    if (error instanceof FixFailedException) {
      shell.err().append("Nothing was changed. ").append(error.getMessage()).append('\n');
    }
    if (shell.has(DEBUG)) {
      error.printStackTrace(shell.err());
    }
    return ExitCode.INTERNAL;
  }
}
