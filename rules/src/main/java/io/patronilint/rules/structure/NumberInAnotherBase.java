package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.ValueTypes;

/**
 * Flags numbers that YAML 1.1 reads to the base of 8 or 60 where a usual one is meant.
 *
 * <p>Source: PyYAML's resolver ({@code SafeConstructor.construct_yaml_int}).
 */
public final class NumberInAnotherBase implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/number-in-another-base",
          Severity.WARNING,
          "YAML reads a number to the base of 8 or 60");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Known known : KeyWalk.of(node).known()) {
      ConfigNode setting = known.setting();
      boolean number = setting.type() == ScalarType.INT && ValueTypes.fit(known.key(), setting);
      // Rights on files are written so, and parameters have rules of their own.
      boolean elsewhere =
          known.pattern().equals("log.mode") || known.pattern().startsWith("postgresql.parameters");
      if (number && !elsewhere) {
        check(setting, findings);
      }
    }
  }

  private static void check(ConfigNode setting, Findings findings) {
    String written =
        setting
            .file()
            .text()
            .text()
            .substring(
                setting.valueLocation().span().start(), setting.valueLocation().span().end());
    boolean sixty = written.indexOf(':') > 0;
    boolean eight =
        written.length() > 1
            && written.charAt(0) == '0'
            && written.chars().allMatch(c -> c >= '0' && c <= '7');
    if (sixty || eight) {
      findings.add(
          Finding.at(setting.valueLocation()).path(setting.path()),
          "YAML reads "
              + written
              + " to the base of "
              + (sixty ? "60" : "8")
              + ": "
              + setting.path()
              + " is "
              + setting.text().orElse("")
              + ".");
    }
  }
}
