package io.patronilint.cli;

import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.Masking;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.rules.restore.RecoveryTarget;
import picocli.CommandLine.Model.OptionSpec;

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

  static OptionSpec target() {
    return Options.text(
        "--target",
        "TARGET",
        "latest (the default), a time with its zone, or lsn=, name=, xid= with a value.");
  }

  static OptionSpec backup() {
    return Options.text("--backup", "NAME", "The backup to restore, as its tool names it.");
  }

  /**
   * Returns the value of {@code --target}.
   *
   * @throws UsageException if it is no target
   */
  static RecoveryTarget target(Arguments arguments) {
    try {
      return RecoveryTarget.parse(arguments.option("--target", "latest"));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--target: " + e.getMessage());
    }
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
