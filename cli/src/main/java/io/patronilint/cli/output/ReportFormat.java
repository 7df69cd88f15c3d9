package io.patronilint.cli.output;

import io.patronilint.core.Report;
import java.io.PrintStream;
import java.util.Locale;

/** The forms a report can take. */
public enum ReportFormat {
  /** For people: the lines in question, remedies, a summary. */
  TEXT,
  /** One line a finding, {@code path:line:column: severity rule: message}. */
  CONCISE,
  /** For programs; see {@code patroni-lint-report.schema.json}. */
  JSON,
  /** For monitoring: metrics of Prometheus. */
  PROMETHEUS;

  /** Returns the name used on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes {@code report} to {@code out}. */
  public void write(Report report, Look look, PrintStream out) {
    switch (this) {
      case TEXT -> new TextReport(look).write(report, out);
      case CONCISE -> new ConciseReport(look).write(report, out);
      case JSON -> new JsonReport(look).write(report, out);
      case PROMETHEUS -> new PrometheusReport(look).write(report, out);
    }
  }
}
