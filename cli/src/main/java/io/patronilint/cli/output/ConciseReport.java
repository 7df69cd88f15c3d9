package io.patronilint.cli.output;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.text.Position;
import java.io.PrintStream;

/** One line a finding, as editors and {@code grep} like it. */
final class ConciseReport {

  private final Look look;

  ConciseReport(Look look) {
    this.look = look;
  }

  void write(Report report, PrintStream out) {
    for (Finding finding : report.findings()) {
      out.append(line(finding)).append('\n');
    }
    if (!look.quiet()) {
      out.append(Summary.of(report).counts()).append('\n');
    }
  }

  private String line(Finding finding) {
    Position start = finding.location().start();
    String path = Printable.line(look.masking().text(finding.location().file().path()));
    String message = Printable.line(look.masking().text(finding.message()));
    return look.style().bold(path)
        + ":"
        + start.line()
        + ":"
        + start.column()
        + ": "
        + look.style().severity(finding.severity(), finding.severity().label())
        + " "
        + finding.rule()
        + ": "
        + message;
  }
}
