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
 * Flags a {@code ttl}, {@code loop_wait} or {@code retry_timeout} that is smaller than what Patroni
 * works with.
 *
 * <p>Source: {@code Config._validate_and_adjust_timeouts}, since 3.2.0.
 */
public final class TimeoutBelowMinimum implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/timeout-below-minimum",
          Severity.ERROR,
          "A timeout is smaller than Patroni's minimum",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Timing timing : Timing.of(node)) {
      for (Timing.Timeout timeout : timing.all()) {
        ConfigNode setting = timeout.setting();
        if (setting != null && timeout.isTooSmall()) {
          report(node, timing, timeout, setting, findings);
        }
      }
    }
  }

  private static void report(
      Node node, Timing timing, Timing.Timeout timeout, ConfigNode setting, Findings findings) {
    Finding.Builder finding = Finding.at(setting.location()).path(setting.path());
    boolean ttl = timeout.name().equals("ttl");
    long better = ttl ? timing.fittingTtl() : timeout.minimum();
    new ConfigFixes(node)
        .replace(
            "raise",
            "Set " + timeout.name() + " to " + better,
            Safety.UNSAFE,
            setting,
            Math.toIntExact(better))
        .ifPresent(finding::fix);
    String start =
        timeout.name()
            + " is "
            + timeout.seconds()
            + " s, but "
            + timeout.minimum()
            + " s is the least that Patroni works with";
    findings.add(
        finding,
        node.target().patroniBefore(3, 2)
            ? start
                + "; before 3.2.0 it takes the value as it is, and short hiccups cost the leader"
                + " its lock."
            : start + ": it takes " + timeout.minimum() + " instead and only logs a warning.");
  }
}
