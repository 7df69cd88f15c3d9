package io.patronilint.rules.dynamic;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;

/**
 * Flags timeouts that do not fit each other: {@code loop_wait + 2 * retry_timeout <= ttl}.
 *
 * <p>Source: {@code Config._validate_and_adjust_timeouts}, since 3.2.0; the rule itself is older.
 */
public final class TimingRuleViolated implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/timing-rule-violated",
          Severity.ERROR,
          "loop_wait + 2 * retry_timeout is greater than ttl",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Timing timing : Timing.of(node)) {
      // dynamic/timeout-below-minimum speaks first: its remedy changes the sum.
      if (!timing.fits() && timing.all().stream().noneMatch(Timing.Timeout::isTooSmall)) {
        timing.place().ifPresent(place -> report(node, timing, place, findings));
      }
    }
  }

  private static void report(Node node, Timing timing, ConfigNode place, Findings findings) {
    Finding.Builder finding = Finding.at(place.location()).path(place.path());
    for (Timing.Timeout timeout : timing.all()) {
      ConfigNode setting = timeout.setting();
      if (setting != null && !setting.equals(place)) {
        finding.related(setting.location(), "part of the sum");
      }
    }
    new ConfigFixes(node)
        .set(
            "raise-ttl",
            "Set ttl to " + timing.fittingTtl(),
            Safety.UNSAFE,
            timing.root(),
            "ttl",
            Math.toIntExact(timing.fittingTtl()))
        .ifPresent(finding::fix);
    findings.add(finding, sum(timing) + (node.target().patroniBefore(3, 2) ? old() : now(timing)));
  }

  private static String sum(Timing timing) {
    return "loop_wait + 2 * retry_timeout is "
        + timing.loopWait().seconds()
        + " + 2 * "
        + timing.retryTimeout().seconds()
        + " s, which is more than ttl, "
        + timing.ttl().seconds()
        + " s";
  }

  private static String old() {
    return ": the leader's lock may expire while it still retries, and another member is promoted"
        + " beside it.";
  }

  /** What Patroni makes of it: {@code loop_wait} gives way first. */
  private static String now(Timing timing) {
    long ttl = timing.ttl().seconds();
    long retry = timing.retryTimeout().seconds();
    boolean enough = 1 + 2 * retry <= ttl;
    long loopWait = enough ? ttl - 2 * retry : 1;
    String rest = enough ? "" : " and retry_timeout to " + (ttl - 1) / 2 + " s";
    return "; Patroni lowers loop_wait to " + loopWait + " s" + rest + " and only logs a warning.";
  }
}
