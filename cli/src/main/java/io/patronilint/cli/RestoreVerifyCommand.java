package io.patronilint.cli;

import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.RestoreVerifyReport;
import io.patronilint.cli.output.RestoreVerifyReport.Format;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.rules.restore.RestoreVerification;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code restore verify}: says whether a restore is done. */
final class RestoreVerifyCommand implements Command {

  @Override
  public String name() {
    return "restore verify";
  }

  @Override
  public String summary() {
    return "Say whether recovery is complete and what a restore left over";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint restore verify [OPTION...] [PATH...]")
        .description(
            summary()
                + ", from files and from what commands printed. Exits with 1 if something is open"
                + " or not known.%n")
        .footer(
            "",
            "Put the output of commands beside the files:",
            "  patronictl list -f json > patronictl-list.txt; patronictl show-config > dynamic.yml",
            "  LANG=C pg_controldata PGDATA > pg_controldata.txt",
            "  psql -Xxc 'select * from pg_stat_archiver' > pg_stat_archiver.txt",
            "  pgbackrest --stanza=STANZA info --output=json > pgbackrest-info.json",
            "",
            "Examples:",
            "  patroni-lint restore verify --data-dir /var/lib/postgresql/16/main .",
            "  patroni-lint restore verify --output prometheus=/var/lib/node_exporter/r.prom .");
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
                .description("text (the default), json or prometheus (metrics).")
                .build(),
            Options.outputFiles(),
            Options.color()),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    FileOptions options = FileOptions.of(arguments);
    List<OutputFile<Format>> outputs =
        OutputFile.parse(arguments.option("--output", List.of()), Format.class);
    Workspace workspace = new Loading(options, shell).withOutputs().load();
    List<RestoreVerification> verified = RestoreVerification.of(workspace);
    if (verified.isEmpty()) {
      return RestoreOptions.nothing(options, shell);
    }
    RestoreVerifyReport report = new RestoreVerifyReport(verified);
    Look look = RestoreOptions.look(arguments, workspace, shell);
    for (OutputFile<Format> output : outputs) {
      Writing.write(shell, output.file(), out -> report.write(output.format(), look.plain(), out));
    }
    report.write(arguments.option("--format", Format.TEXT), look, shell.out());
    return verified.stream().allMatch(RestoreVerification::fine) ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
