package io.patronilint.cli;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.fix.FixOutcome;
import io.patronilint.core.fix.FixPolicy;
import io.patronilint.core.fix.Fixer;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.patch.PatchWriter;
import io.patronilint.core.patch.WriteException;
import io.patronilint.core.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fix}: applies fixes, or shows them as a patch. */
final class FixCommand implements Command {

  private final Supplier<List<Rule>> rules;

  FixCommand(Supplier<List<Rule>> rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "fix";
  }

  @Override
  public String summary() {
    return "Apply the fixes that are safe, or show them as a patch";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint fix [OPTION...] [PATH...]")
        .description(
            summary()
                + ". Commands that a fix needs as well are printed, never run. Exits with 0 if"
                + " nothing as bad as --fail-on remains, else with 1; with --diff the same holds"
                + " for what would remain.%n")
        .footer(
            "",
            "Examples:",
            "  patroni-lint fix --diff patroni.yml",
            "  patroni-lint fix --diff . | git apply",
            "  patroni-lint fix --unsafe-fixes --prefer custom-bootstrap --dcs wiped .");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        OptionGroup.of(
            "Fixes",
            Options.flag(
                "--diff", "Change nothing; print a unified diff for git apply or patch -p1."),
            Options.flag("--unsafe-fixes", "Apply fixes too that a person has to look at."),
            Options.list(
                "--prefer",
                "NAME",
                "Of several fixes take the one with this name; commas or repeat, the most wanted"
                    + " first.")),
        Options.output(),
        Options.rules(),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.jobs(), Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    CheckOptions options = CheckOptions.of(arguments);
    boolean diff = arguments.option("--diff", false);
    if (!diff && options.paths().contains(Loading.STDIN)) {
      throw new UsageException("standard input cannot be changed in place; use --diff");
    }
    Safety least = arguments.option("--unsafe-fixes", false) ? Safety.UNSAFE : Safety.SAFE;
    FixPolicy policy = new FixPolicy(least, arguments.option("--prefer", List.of()));
    Inspection inspection = new Inspection(options, rules.get(), shell);
    Report before = inspection.run();
    if (before.workspace().isEmpty()) {
      return CheckCommand.nothing(options, shell);
    }
    PreferredNames.check(policy, before);
    FixOutcome outcome = new Fixer(inspection.linter(), policy).fix(before);
    Reports reports = new Reports(options, shell);
    FixReport report = new FixReport(outcome, policy, reports.look(before.workspace()), shell);
    if (diff) {
      report.diff(outcome.patch().diff());
    } else {
      Optional<ExitCode> failure = write(outcome.patch(), before, shell);
      if (failure.isPresent()) {
        return failure.get();
      }
      report.applied(options.format());
      reports.write(outcome.after());
    }
    return options.failOn().judge(outcome.after());
  }

  private static Optional<ExitCode> write(Patch patch, Report before, Shell shell) {
    try {
      PatchWriter.write(patch, before.workspace().base());
    } catch (WriteException e) {
      shell.err().append("patroni-lint: ").append(e.getMessage()).append('\n');
      return Optional.of(ExitCode.USAGE);
    }
    return Optional.empty();
  }
}
