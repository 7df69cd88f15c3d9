package io.patronilint.cli;

import io.patronilint.cli.output.EffectiveJson;
import io.patronilint.cli.output.EffectiveText;
import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.Masking;
import io.patronilint.core.Version;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.text.Position;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.yaml.YamlProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code effective}: prints the configuration that Patroni will run with. */
final class EffectiveCommand implements Command {

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public String name() {
    return "effective";
  }

  @Override
  public String summary() {
    return "Print the configuration that Patroni will run with, and where each value is from";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint effective [OPTION...] [PATH...]")
        .description(summary() + ". What is written and has no effect comes last, with why.%n")
        .footer(
            "",
            "Examples:",
            "  patroni-lint effective",
            "  patroni-lint effective patroni.yml --dynamic-config dynamic.yml",
            "  patroni-lint effective --patroni-version 3.0.2 --env-file /etc/default/patroni .");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        OptionGroup.of(
            "Output",
            OptionSpec.builder("-f", "--format")
                .type(Format.class)
                .converters(Choice.of(Format.class))
                .paramLabel("FORMAT")
                .description("text (YAML with comments, the default) or json.")
                .build(),
            Options.flag("--show-secrets", "Print passwords and keys instead of asterisks."),
            Options.color()),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.jobs(), Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    FileOptions options = FileOptions.of(arguments);
    refuseOldVersions(options.target().patroni());
    Workspace workspace = new Loading(options, shell).withOutputs().withVariablesAlone().load();
    refuseUnreadable(workspace, options);
    List<EffectiveConfig> configs = workspace.nodes().stream().map(EffectiveConfig::of).toList();
    if (configs.isEmpty()) {
      return RestoreOptions.nothing(options, shell);
    }
    boolean showSecrets = arguments.option("--show-secrets", false);
    Look look =
        new Look(
            arguments.option("--color", ColorMode.AUTO).style(shell),
            shell.width(),
            false,
            ToolVersion::text,
            showSecrets ? Masking.none() : Masking.of(workspace.files()));
    if (arguments.option("--format", Format.TEXT) == Format.JSON) {
      new EffectiveJson(look).write(configs, shell.out());
    } else {
      new EffectiveText(look).write(configs, shell.out());
    }
    return configs.stream().anyMatch(c -> c.failure() != null) ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /**
   * Refuses versions that are not supported.
   *
   * @throws UsageException if {@code patroni} is older than 2.0
   */
  static void refuseOldVersions(@Nullable Version patroni) {
    if (patroni != null && !patroni.atLeast(2, 0)) {
      throw new UsageException("Patroni 2.0 and newer are known, not " + patroni);
    }
  }

  /**
   * Refuses files named by hand that cannot be read: to go on without them would tell a lie.
   *
   * @throws UsageException if one cannot be read
   */
  private static void refuseUnreadable(Workspace workspace, FileOptions options) {
    for (Node node : workspace.nodes()) {
      if (options.dynamicConfig() != null && node.dynamic() != null) {
        refuseUnreadable(node.dynamic().files().get(0));
      }
      if (options.envFile() != null) {
        node.environment().forEach(EffectiveCommand::refuseUnreadable);
      }
    }
  }

  private static void refuseUnreadable(SourceFile file) {
    if (!file.problems().isEmpty()) {
      throw new UsageException(file.path() + ": " + file.problems().get(0).message());
    }
    if (file.kind() == FileKind.DYNAMIC && !file.yaml().accepted()) {
      YamlProblem problem = file.yaml().problems().get(0);
      Position at = file.text().positionAt(problem.span().start());
      throw new UsageException(
          file.path() + ":" + at.line() + ":" + at.column() + ": " + problem.message());
    }
  }
}
