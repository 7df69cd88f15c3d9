package io.patronilint.rules.postgresql;

import io.patronilint.core.effective.Ignored;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.LostSettings.Lost;

/**
 * Flags values of the dynamic configuration that Patroni refuses for a parameter which it passes on
 * the command line, and in whose stead it takes its default.
 *
 * <p>Source: the checks in {@code ConfigHandler.CMDLINE_OPTIONS}, applied by {@code
 * Config._process_postgresql_parameters}.
 */
public final class ControlledParameterRejected implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/controlled-parameter-rejected",
          Severity.ERROR,
          "Patroni refuses the value and takes its own default");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Lost lost : LostSettings.of(node, Ignored.Reason.INVALID)) {
      if (lost.isDynamic() && lost.setting().path().contains("postgresql.parameters.")) {
        report(lost, findings);
      }
    }
  }

  private static void report(Lost lost, Findings findings) {
    ConfigNode setting = lost.setting();
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    lost.winner().ifPresent(place -> finding.related(place, "the value that counts"));
    String value = setting.text().map(text -> " " + text).orElse("");
    findings.add(
        finding,
        "Patroni does not take the value"
            + value
            + ": "
            + lost.ignored().detail()
            + ", with no more than a warning in its log.");
  }
}
