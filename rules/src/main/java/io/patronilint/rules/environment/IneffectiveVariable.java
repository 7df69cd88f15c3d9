package io.patronilint.rules.environment;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Origin;
import io.patronilint.core.workspace.Node;
import java.util.EnumSet;
import java.util.Set;

/**
 * Flags variables that Patroni reads and that have no effect as they are written.
 *
 * <p>Source: {@code Config._build_environment_configuration}: what cannot be read is left out
 * without a word, and with {@code PATRONI_CONFIGURATION} no other variable counts.
 */
public final class IneffectiveVariable implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "environment/ineffective-variable",
          Severity.ERROR,
          "An environment variable of Patroni has no effect as it is written");

  private static final Set<Ignored.Reason> REASONS =
      EnumSet.of(Ignored.Reason.INVALID, Ignored.Reason.DROPPED, Ignored.Reason.OVERRIDDEN);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.environment().isEmpty()) {
      return;
    }
    for (Ignored ignored : EffectiveConfig.of(node).ignored()) {
      Origin origin = ignored.origin();
      Location place = origin.place().orElse(null);
      // syntax/invalid-variable-line speaks of lines that set no variable.
      if (origin.source() == Origin.Source.ENVIRONMENT
          && place != null
          && !origin.detail().isEmpty()
          && REASONS.contains(ignored.reason())) {
        Finding.Builder finding = Finding.at(place).path(origin.detail());
        if (ignored.reason() == Ignored.Reason.OVERRIDDEN) {
          finding.severity(Severity.WARNING);
        }
        findings.add(finding, origin.detail() + " has no effect: " + ignored.detail() + ".");
      }
    }
  }
}
