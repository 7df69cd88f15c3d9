package io.patronilint.cli;

import io.patronilint.cli.output.PreviewReport;
import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.Report;
import io.patronilint.core.preview.Preview;
import io.patronilint.core.preview.Verdict;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.workspace.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code preview}: says what happens if Patroni starts now. */
final class PreviewCommand implements Command {

  private final Supplier<List<Rule>> rules;

  PreviewCommand(Supplier<List<Rule>> rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public String summary() {
    return "Say what happens if Patroni starts on this node now";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.paths());
    spec.usageMessage()
        .customSynopsis("patroni-lint preview [OPTION...] [PATH...]")
        .description(
            summary()
                + ": what becomes of it, why, what Patroni changes in the data directory, what gets"
                + " lost and what to do instead. Exits with 0 if every node will serve all its data,"
                + " else with 1. Nothing is started or changed.%n")
        .footer(
            "",
            "Put the output of commands beside the files to be more certain:",
            "  pg_controldata PGDATA > PGDATA/pg_controldata.txt",
            "  ls -1p PGDATA/pg_wal > PGDATA/pg_wal.txt",
            "  patronictl list > patronictl-list.txt; patronictl show-config > dynamic.yml",
            "",
            "Examples:",
            "  patroni-lint preview --dcs kept patroni.yml --data-dir /var/lib/postgresql/16/main",
            "  patroni-lint preview --dcs wiped --patroni-version 4.1.4 --format json .");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        OptionGroup.of("Output", Options.previewFormat(), Options.color(), Options.quiet()),
        Options.target(),
        Options.context(),
        OptionGroup.of("Other", Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    CheckOptions options = CheckOptions.of(arguments);
    if (options.format() != ReportFormat.TEXT && options.format() != ReportFormat.JSON) {
      throw new UsageException("--format of preview is text or json");
    }
    if (options.target().patroniBefore(2)) {
      throw new UsageException(
          "preview knows Patroni from 2.0 on, not " + options.target().patroni());
    }
    List<Rule> chosen =
        RuleSelection.choose(rules.get(), List.of("recovery", "backup", "bootstrap"), List.of());
    Report report = new Inspection(options, chosen, shell).withOutputs().run();
    List<Node> nodes = report.workspace().nodes();
    if (nodes.isEmpty()) {
      return CheckCommand.nothing(options, shell);
    }
    Instant now = Instant.now();
    List<PreviewReport.Entry> entries = new ArrayList<>();
    boolean fine = true;
    for (Node node : nodes) {
      Verdict verdict = Preview.of(node, now);
      fine &= verdict.fine();
      entries.add(new PreviewReport.Entry(verdict, Remedies.of(verdict, report)));
    }
    PreviewReport text =
        new PreviewReport(new Reports(options, shell).look(report.workspace()), entries);
    if (options.format() == ReportFormat.JSON) {
      text.json(shell.out());
    } else {
      text.text(shell.out());
    }
    return fine ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
