package io.patronilint.cli;

import io.patronilint.cli.output.Json;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JsonGenerator;

/** {@code rules}: lists all rules. */
final class RulesCommand implements Command {

  private enum Format {
    TEXT,
    JSON
  }

  private final Supplier<List<Rule>> rules;

  RulesCommand(Supplier<List<Rule>> rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "List all rules with their severity, their best fix and one line about them";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.words("", "").toBuilder().hidden(true).build());
    spec.usageMessage()
        .customSynopsis("patroni-lint rules [OPTION...]")
        .description(summary() + ".%n")
        .footer("", "Examples:", "  patroni-lint rules", "  patroni-lint rules --format json");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(
        OptionGroup.of(
            "Options",
            OptionSpec.builder("-f", "--format")
                .type(Format.class)
                .converters(Choice.of(Format.class))
                .paramLabel("FORMAT")
                .description("text (the default) or json.")
                .build(),
            Options.help()));
  }

  @Override
  public ExitCode run(Arguments arguments, Shell shell) {
    if (!arguments.words().isEmpty()) {
      throw new UsageException("rules takes no arguments");
    }
    List<RuleInfo> infos =
        rules.get().stream().map(Rule::info).sorted(Comparator.comparing(RuleInfo::id)).toList();
    if (arguments.option("--format", Format.TEXT) == Format.JSON) {
      json(infos, shell.out());
    } else {
      table(infos, shell.out());
    }
    return ExitCode.OK;
  }

  private static void table(List<RuleInfo> rules, PrintStream out) {
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (RuleInfo rule : rules) {
      out.append(pad(rule.id(), width + 2));
      out.append(pad(rule.severity().label(), 9));
      out.append(pad(rule.fix().map(Safety::label).orElse("-"), 9));
      out.append(rule.summary()).append('\n');
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static void json(List<RuleInfo> rules, PrintStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      for (RuleInfo rule : rules) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("family", rule.family());
        json.writeStringProperty("severity", rule.severity().label());
        json.writeStringProperty("fix", rule.fix().map(Safety::label).orElse(null));
        json.writeStringProperty("summary", rule.summary());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.append('\n');
  }
}
