package io.patronilint.cli;

import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.Masking;
import io.patronilint.core.Report;
import io.patronilint.core.workspace.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

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
    for (CheckOptions.Output output : options.outputs()) {
      try (PrintStream file = open(output.file())) {
        output.format().write(report, look.plain(), file);
        if (file.checkError()) {
          throw new UsageException("the report cannot be written to " + output.file());
        }
      }
    }
    options.format().write(report, look, shell.out());
  }

  private PrintStream open(String name) {
    try {
      Path path = shell.directory().resolve(name);
      return new PrintStream(Files.newOutputStream(path), false, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException("the report cannot be written to " + name);
    }
  }
}
