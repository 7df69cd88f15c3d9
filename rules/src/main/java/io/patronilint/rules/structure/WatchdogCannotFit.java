package io.patronilint.rules.structure;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ValueTypes;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a watchdog whose time is shorter than a loop of Patroni.
 *
 * <p>Source: {@code WatchdogConfig.timing_slack} and {@code Watchdog._activate}: the time is {@code
 * ttl} less {@code safety_margin}, or half the ttl where that is -1.
 */
public final class WatchdogCannotFit implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/watchdog-cannot-fit",
          Severity.ERROR,
          "The watchdog would fire before Patroni has a chance to calm it");

  private static final Set<String> ON = Set.of("required", "require", "automatic", "auto");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode section = node.local().at("watchdog").filter(ConfigNode::isMapping).orElse(null);
    String mode =
        section == null
            ? ""
            : section.child("mode").flatMap(ConfigNode::text).orElse("").toLowerCase(Locale.ROOT);
    if (section == null || !ON.contains(mode)) {
      return;
    }
    EffectiveConfig config = EffectiveConfig.of(node);
    int ttl = number(config.settings().at("ttl"), 30);
    int loop = number(config.settings().at("loop_wait"), 10);
    int retry = number(config.settings().at("retry_timeout"), 10);
    int margin = number(config.at("watchdog", "safety_margin"), 5);
    int timeout = margin == -1 ? ttl / 2 : ttl - margin;
    if (timeout >= loop + retry) {
      return;
    }
    boolean never = timeout < loop || timeout <= 0;
    Location place =
        section.child("safety_margin").map(ConfigNode::location).orElse(section.keyLocation());
    findings.add(
        Finding.at(place)
            .path("watchdog.safety_margin")
            .severity(never ? Severity.ERROR : Severity.WARNING),
        "With ttl "
            + ttl
            + " and safety_margin "
            + margin
            + " the watchdog has "
            + timeout
            + " seconds"
            + (never ? never(mode, loop) : tight(loop, retry)));
  }

  private static String never(String mode, int loop) {
    return ", less than a loop of "
        + loop
        + ": "
        + (mode.startsWith("require")
            ? "this member never becomes the leader."
            : "Patroni leaves it off.");
  }

  private static String tight(int loop, int retry) {
    return ", less than loop_wait and retry_timeout together ("
        + (loop + retry)
        + "): a DCS that is away for less than retry_timeout resets the machine.";
  }

  private static int number(Optional<Value> value, int otherwise) {
    return value
        .flatMap(Value::text)
        .flatMap(t -> ValueTypes.integer(t, ""))
        .map(BigInteger::intValue)
        .orElse(otherwise);
  }
}
