package io.patronilint.cli;

import io.patronilint.core.rule.Rule;
import io.patronilint.rules.StandardRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: prints the page of a rule. */
final class ExplainCommand implements Command {

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Explain a rule: what it means, why it hurts, what to do about it";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("1")
            .type(String.class)
            .description("The id of a rule; `patroni-lint rules` lists them.")
            .build());
    spec.usageMessage()
        .customSynopsis("patroni-lint explain RULE")
        .description(summary() + ".%n")
        .footer("", "Example:", "  patroni-lint explain recovery/restore-command-stripped");
  }

  @Override
  public List<OptionGroup> options() {
    return List.of(OptionGroup.of("Options", Options.color(), Options.help()));
  }

  @Override
  public ExitCode run(ParseResult parsed, Shell shell) {
    String id = parsed.matchedPositionalValue(0, "");
    Set<String> known = new LinkedHashSet<>();
    for (Rule rule : StandardRules.all()) {
      known.add(rule.info().id());
    }
    if (!known.contains(id)) {
      throw new UsageException("no rule is called '" + id + "'" + RuleSelection.hint(id, known));
    }
    ColorMode color = parsed.matchedOptionValue("--color", ColorMode.AUTO);
    shell.out().append(color.style(shell).toString());
    return ExitCode.OK;
  }
}
