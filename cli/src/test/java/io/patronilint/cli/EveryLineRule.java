package io.patronilint.cli;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;

/**
 * Flags every line and quotes it wherever a finding holds text: the worst that a rule could do to
 * secrets.
 */
final class EveryLineRule implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.of("test/every-line", Severity.WARNING, "Quotes every line", Safety.SAFE);
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    SourceText text = file.text();
    for (int line = 1; line <= text.lineCount(); line++) {
      Location place = new Location(file, new Span(text.lineStart(line), text.lineEnd(line)));
      String quote = text.line(line);
      Finding.Builder finding = Finding.at(place).path("line." + line).related(place, quote);
      if (!quote.endsWith(" ")) {
        finding.fix(fix(new FileEdit.Replace(file, place.span(), quote + " "), quote));
        finding.fix(fix(new FileEdit.Create("copy-of-line-" + line + ".yml", quote), quote));
      }
      findings.add(finding, "This line holds " + quote + ".");
    }
  }

  private static Fix fix(FileEdit edit, String quote) {
    List<String> texts = List.of(quote);
    return new Fix("touch", "Set " + quote, Safety.SAFE, List.of(edit), texts, texts);
  }
}
