package io.patronilint.cli;

import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.Masking;
import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.Report;
import io.patronilint.core.workspace.Workspace;

/** Writes a report to where the options want it. */
final class Reports {

  private final CheckOptions options;
  private final Shell shell;

  Reports(CheckOptions options, Shell shell) {
    this.options = options;
    this.shell = shell;
  }

  /** Returns how what is said about {@code workspace} is to look. */
  Look look(Workspace workspace) {
    return new Look(
        options.color().style(shell),
        shell.width(),
        options.quiet(),
        ToolVersion::text,
        Masking.of(workspace.files()));
  }

  /**
   * Writes {@code report} to every place.
   *
   * @throws UsageException if a file cannot be written
   */
  void write(Report report) {
    Look look = look(report.workspace());
    for (OutputFile<ReportFormat> output : options.outputs()) {
      Writing.write(
          shell, output.file(), file -> output.format().write(report, look.plain(), file));
    }
    options.format().write(report, look, shell.out());
  }
}
