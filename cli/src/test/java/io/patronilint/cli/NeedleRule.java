package io.patronilint.cli;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Finds every place of a word in any file; says "WORD is bad". */
public final class NeedleRule implements Rule {

  private final RuleInfo info;
  private final String needle;
  private final List<BiFunction<SourceFile, Span, Fix>> fixes;

  private NeedleRule(RuleInfo info, String needle, List<BiFunction<SourceFile, Span, Fix>> fixes) {
    this.info = info;
    this.needle = needle;
    this.fixes = fixes;
  }

  public static NeedleRule of(String id, Severity severity, String needle) {
    return new NeedleRule(RuleInfo.of(id, severity, "Finds " + needle), needle, List.of());
  }

  NeedleRule fixedBy(BiFunction<SourceFile, Span, Fix> remedy) {
    List<BiFunction<SourceFile, Span, Fix>> more = new ArrayList<>(fixes);
    more.add(remedy);
    return new NeedleRule(info, needle, List.copyOf(more));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    String text = file.text().text();
    for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      Span span = new Span(at, at + needle.length());
      Finding.Builder finding = Finding.at(new Location(file, span)).path("needle");
      fixes.forEach(fix -> finding.fix(fix.apply(file, span)));
      findings.add(finding, needle + " is bad.");
    }
  }
}
