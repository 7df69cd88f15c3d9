package io.patronilint.cli;

import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.Report;
import io.patronilint.core.rule.Rule;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check}: says what is wrong. */
final class CheckCommand implements Command {

  private final Supplier<List<Rule>> rules;

  CheckCommand(Supplier<List<Rule>> rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Say what is wrong with the configuration, where and why";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint check [OPTION...] [PATH...]")
        .description(summary() + ". Files are read, never changed.%n")
        .footer(
            "",
            "Examples:",
            "  patroni-lint check",
            "  patroni-lint check patroni.yml --data-dir /var/lib/postgresql/16/main",
            "  patroni-lint check --dcs wiped --fail-on warning deploy/",
            "  patroni-lint check --output json=report.json --select recovery,backup .");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        Options.output(),
        Options.rules(),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.jobs(), Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    CheckOptions options = CheckOptions.of(arguments);
    Report report = new Inspection(options, rules.get(), shell).run();
    if (report.workspace().isEmpty()) {
      if (options.format() == ReportFormat.JSON || !options.outputs().isEmpty()) {
        new Reports(options, shell).write(report);
      }
      return nothing(options, shell);
    }
    new Reports(options, shell).write(report);
    if (options.target().patroniBefore(2) && !options.quiet()) {
      shell
          .err()
          .append("patroni-lint: Patroni 2.0 and newer are known; what is said about ")
          .append(String.valueOf(options.target().patroni()))
          .append(" may be that of 2.0\n");
    }
    return options.failOn().judge(report);
  }

  /** Says what was looked for in vain. */
  static ExitCode nothing(CheckOptions options, Shell shell) {
    shell
        .err()
        .append("patroni-lint: nothing to check in ")
        .append(String.join(", ", options.paths()))
        .append(
            ": no configuration of Patroni (YAML with scope and postgresql, restapi, bootstrap or"
                + " a DCS), no dynamic configuration, no data directory (with PG_VERSION), no"
                + " pgbackrest.conf, no *.env\n");
    return ExitCode.NOTHING_TO_CHECK;
  }
}
