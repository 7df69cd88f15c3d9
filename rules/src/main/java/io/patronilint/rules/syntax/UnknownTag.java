package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;
import java.util.List;

/**
 * Flags a YAML tag that Patroni cannot read, above all a value that starts with an exclamation mark
 * and was never meant to be a tag.
 *
 * <p>Source: {@code yaml.safe_load} raises {@code ConstructorError} ("could not determine a
 * constructor for the tag") for every tag but those of YAML 1.1 itself. The tag is never shown: it
 * may be a password.
 */
public final class UnknownTag implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax/unknown-tag",
          Severity.ERROR,
          "A value starts with a tag that Patroni cannot read",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    for (YamlProblem problem : RefusedYaml.problems(file, YamlProblem.Kind.TAG)) {
      Finding.Builder finding = RefusedYaml.at(file, problem);
      if (standsAlone(file.text(), problem.span())) {
        finding.fix(
            new Fix(
                "quote",
                "Put the value into single quotes",
                Safety.DISPLAY,
                List.of(),
                List.of(),
                List.of("The exclamation mark belongs to the value, as in a password.")));
        findings.add(
            finding,
            "The value starts with an exclamation mark, which makes all of it the name of a YAML"
                + " tag. "
                + RefusedYaml.consequence(file));
      } else {
        findings.add(
            finding,
            "The value has a YAML tag that Patroni cannot read; only the tool that the tag belongs"
                + " to can resolve it. "
                + RefusedYaml.consequence(file));
      }
    }
  }

  /** Tells whether nothing follows the tag that it could belong to: it was meant as text. */
  private static boolean standsAlone(SourceText text, Span tag) {
    if (text.text().startsWith("!!", tag.start())) {
      return false;
    }
    int lineEnd = text.lineEnd(text.lineAt(tag.start()));
    String rest = text.slice(new Span(tag.end(), Math.max(tag.end(), lineEnd))).strip();
    return rest.isEmpty() || ",]}#".indexOf(rest.charAt(0)) >= 0;
  }
}
