package io.patronilint.cli.output;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** What a check found, as numbers for monitoring. */
final class PrometheusReport {

  private final Look look;

  PrometheusReport(Look look) {
    this.look = look;
  }

  void write(Report report, PrintStream out) {
    Metrics metrics = new Metrics();
    info(metrics, "check", look);
    metrics
        .gauge("patroni_lint_files", "Files that were checked.")
        .sample("patroni_lint_files", report.workspace().files().size())
        .gauge("patroni_lint_nodes", "Members whose configuration was checked.")
        .sample("patroni_lint_nodes", report.workspace().nodes().size())
        .gauge("patroni_lint_findings", "Findings by severity.");
    for (Severity severity : Severity.values()) {
      metrics.sample("patroni_lint_findings", report.count(severity), "severity", severity.label());
    }
    metrics.gauge(
        "patroni_lint_rule_findings", "Findings by rule; a rule without any is left out.");
    rules(report)
        .forEach(
            (key, count) -> {
              String[] parts = key.split(" ", 2);
              metrics.sample(
                  "patroni_lint_rule_findings", count, "rule", parts[0], "severity", parts[1]);
            });
    out.append(metrics.toString());
  }

  /**
   * Adds which patroni-lint it was, and the command: node_exporter refuses the same sample in two
   * files.
   */
  static void info(Metrics metrics, String command, Look look) {
    metrics
        .gauge("patroni_lint_info", "The version of patroni-lint.")
        .sample("patroni_lint_info", 1, "command", command, "version", look.version().get());
  }

  /** Counts by rule and severity, of which a rule may use several. */
  private static Map<String, Integer> rules(Report report) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      counts.merge(finding.rule() + " " + finding.severity().label(), 1, Integer::sum);
    }
    return counts;
  }
}
