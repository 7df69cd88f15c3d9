package io.patronilint.cli.output;

import io.patronilint.rules.restore.RestoreCheck;
import io.patronilint.rules.restore.RestoreCheck.Status;
import io.patronilint.rules.restore.RestoreVerification;
import java.io.PrintStream;
import java.util.List;

/** What was found after a restore, as numbers for monitoring. */
final class RestoreVerifyMetrics {

  private final Look look;

  RestoreVerifyMetrics(Look look) {
    this.look = look;
  }

  void write(List<RestoreVerification> verified, PrintStream out) {
    Metrics metrics = new Metrics();
    PrometheusReport.info(metrics, "restore verify", look);
    metrics.gauge(
        "patroni_lint_restore_complete",
        "1 if the cluster runs out of recovery, with all members.");
    verified.forEach(
        v -> sample(metrics, "patroni_lint_restore_complete", v, v.complete() ? 1 : 0));
    metrics.gauge("patroni_lint_restore_fine", "1 if nothing is left to be done or found out.");
    verified.forEach(v -> sample(metrics, "patroni_lint_restore_fine", v, v.fine() ? 1 : 0));
    metrics.gauge(
        "patroni_lint_restore_timeline", "The timeline of the leader; 0 if it is not known.");
    verified.forEach(v -> sample(metrics, "patroni_lint_restore_timeline", v, v.timeline()));
    metrics.gauge("patroni_lint_restore_checks", "Checks by name and status.");
    for (RestoreVerification one : verified) {
      one.checks().stream()
          .map(RestoreCheck::id)
          .distinct()
          .forEach(id -> counts(metrics, one, id));
    }
    out.append(metrics.toString());
  }

  private void counts(Metrics metrics, RestoreVerification one, String id) {
    for (Status status : Status.values()) {
      long count =
          one.checks().stream().filter(c -> c.id().equals(id) && c.status() == status).count();
      metrics.sample(
          "patroni_lint_restore_checks",
          count,
          "cluster",
          look.masking().text(one.cluster()),
          "check",
          id,
          "status",
          status.label());
    }
  }

  private void sample(Metrics metrics, String name, RestoreVerification one, long value) {
    metrics.sample(name, value, "cluster", look.masking().text(one.cluster()));
  }
}
