package io.patronilint.cli;

import io.patronilint.cli.output.Style;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.rules.RulePages;

/**
 * The page of a rule as a terminal shows it: Markdown, with its headings in bold.
 *
 * @param text the Markdown
 */
record RulePage(String text) {

  /** Returns the page of {@code rule}; a rule without one is described by what it says itself. */
  static RulePage of(RuleInfo rule) {
    return new RulePage(
        RulePages.markdown(rule)
            .orElseGet(
                () ->
                    "# "
                        + rule.id()
                        + "\n\n"
                        + rule.summary()
                        + ".\n\nSeverity: "
                        + rule.severity().label()
                        + ". Best fix: "
                        + rule.fix().map(Safety::label).orElse("none")
                        + ".\n"));
  }

  String print(Style style) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (String line : text.stripTrailing().split("\n", -1)) {
      code ^= line.startsWith("```");
      out.append(!code && line.startsWith("#") ? style.bold(line) : line).append('\n');
    }
    return out.toString();
  }
}
