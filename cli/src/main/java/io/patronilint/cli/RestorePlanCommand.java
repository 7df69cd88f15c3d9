package io.patronilint.cli;

import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.RestorePlanJson;
import io.patronilint.cli.output.RestorePlanText;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.rules.restore.RestorePlan;
import io.patronilint.rules.restore.RestoreRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code restore plan}: prints the way through a restore. */
final class RestorePlanCommand implements Command {

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public String name() {
    return "restore plan";
  }

  @Override
  public String summary() {
    return "Print the steps that bring this cluster back from its backup";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint restore plan [OPTION...] [PATH...]")
        .description(
            summary()
                + ", with the commands to copy. Nothing is run. Exits with 1 if something has to be"
                + " settled before the first step.%n")
        .footer(
            "",
            "Examples:",
            "  patroni-lint restore plan --dcs kept patroni.yml",
            "  patroni-lint restore plan --dcs kept --target '2026-03-14 06:12:51+00' patroni.yml",
            "  patroni-lint restore plan --dcs wiped --onto new --format json .");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        OptionGroup.of(
            "What is wanted",
            RestoreOptions.target(),
            OptionSpec.builder("--onto")
                .type(RestoreRequest.Onto.class)
                .converters(Choice.of(RestoreRequest.Onto.class))
                .paramLabel("MACHINES")
                .description("same (the default) or new machines.")
                .build(),
            Options.text("--member", "NAME", "The member to restore first."),
            RestoreOptions.backup(),
            Options.text("--service", "UNIT", "The systemd unit of Patroni; default: patroni.")),
        OptionGroup.of(
            "Output",
            OptionSpec.builder("-f", "--format")
                .type(Format.class)
                .converters(Choice.of(Format.class))
                .paramLabel("FORMAT")
                .description("text (the default) or json.")
                .build(),
            Options.color()),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    FileOptions options = FileOptions.of(arguments);
    EffectiveCommand.refuseOldVersions(options.target().patroni());
    RestoreRequest request = request(arguments);
    Workspace workspace = new Loading(options, shell).withOutputs().load();
    List<RestorePlan> plans = RestorePlan.of(workspace, request);
    if (plans.isEmpty()) {
      return nothing(workspace, request.member(), options, shell);
    }
    Look look = RestoreOptions.look(arguments, workspace, shell);
    if (arguments.option("--format", Format.TEXT) == Format.JSON) {
      new RestorePlanJson(look).write(plans, shell.out());
    } else {
      new RestorePlanText(look).write(plans, shell.out());
    }
    return plans.stream().allMatch(RestorePlan::ready) ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static RestoreRequest request(Arguments arguments) {
    RestoreRequest usual = RestoreRequest.usual();
    return new RestoreRequest(
        RestoreOptions.target(arguments),
        arguments.option("--onto", usual.onto()),
        FileOptions.text(arguments, "--member"),
        FileOptions.text(arguments, "--backup"),
        arguments.option("--service", usual.service()));
  }

  private static ExitCode nothing(
      Workspace workspace, @Nullable String member, FileOptions options, Shell shell) {
    if (member != null && !workspace.nodes().isEmpty()) {
      throw new UsageException("--member: no configuration is that of '" + member + "'");
    }
    return RestoreOptions.nothing(options, shell);
  }
}
