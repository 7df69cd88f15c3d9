package io.patronilint.cli;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Severity;

/** How bad a finding has to be for exit code 1. */
enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** Returns the exit code that {@code report} deserves. */
  ExitCode judge(Report report) {
    boolean failed =
        switch (this) {
          case ERROR -> report.hasAtLeast(Severity.ERROR);
          case WARNING -> report.hasAtLeast(Severity.WARNING);
          case INFO -> report.hasAtLeast(Severity.INFO);
          case NEVER -> false;
        };
    return failed ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
