package io.patronilint.cli;

import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code explain}: prints the page of a rule. */
final class ExplainCommand implements Command {

  private final Supplier<List<Rule>> rules;

  ExplainCommand(Supplier<List<Rule>> rules) {
    this.rules = rules;
  }

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
    spec.addPositional(Options.words("RULE", "The id of a rule; `patroni-lint rules` lists them."));
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
  public ExitCode run(Arguments arguments, Shell shell) {
    if (arguments.words().size() != 1) {
      throw new UsageException("explain takes one rule; `patroni-lint rules` lists them");
    }
    String id = arguments.words().get(0);
    Map<String, RuleInfo> known = new LinkedHashMap<>();
    for (Rule rule : rules.get()) {
      known.put(rule.info().id(), rule.info());
    }
    RuleInfo info = known.get(id);
    if (info == null) {
      throw new UsageException(
          "no rule is called '" + id + "'" + RuleSelection.hint(id, known.keySet()));
    }
    ColorMode color = arguments.option("--color", ColorMode.AUTO);
    shell.out().append(RulePage.of(info).print(color.style(shell)));
    return ExitCode.OK;
  }
}
