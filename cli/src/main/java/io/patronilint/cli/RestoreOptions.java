package io.patronilint.cli;

import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.Masking;
import io.patronilint.core.workspace.Workspace;

/** What the commands of {@code restore} have in common. */
final class RestoreOptions {

  private RestoreOptions() {}

  /** Returns how what is said about {@code workspace} is to look. */
  static Look look(Arguments arguments, Workspace workspace, Shell shell) {
    return new Look(
        arguments.option("--color", ColorMode.AUTO).style(shell),
        shell.width(),
        false,
        ToolVersion::text,
        Masking.of(workspace.files()));
  }

  /** Says that no node was found. */
  static ExitCode nothing(FileOptions options, Shell shell) {
    shell
        .err()
        .append("patroni-lint: no configuration of Patroni in ")
        .append(String.join(", ", options.paths()))
        .append('\n');
    return ExitCode.NOTHING_TO_CHECK;
  }
}
