package io.patronilint.rules.recovery;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.YamlFix;
import java.util.List;

/**
 * Flags a recovery target that YAML turns into something else.
 *
 * <p>Source: PyYAML reads {@code 12:30:45} as a number to base 60, {@code 0123} as an octal one and
 * {@code 1_000} without its underscore; {@code ConfigWriter.write_param} writes Python's {@code
 * str()} of that. A time in {@code bootstrap.dcs} becomes a {@code datetime}, which {@code
 * json.dumps} refuses when Patroni writes the section to the DCS.
 */
public final class YamlTypedTarget implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/yaml-typed-target",
          Severity.ERROR,
          "YAML makes another value of a recovery target",
          Safety.SAFE);

  private static final List<String> TARGETS =
      List.of(
          "recovery_target_lsn",
          "recovery_target_name",
          "recovery_target_time",
          "recovery_target_timeline",
          "recovery_target_xid");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    Sections.bootstrapRecoveryConf(node).ifPresent(c -> checkMethod(c, findings));
    node.local()
        .at("bootstrap", "dcs", "postgresql", "recovery_conf")
        .ifPresent(c -> checkDcs(c, findings));
  }

  private static void checkMethod(ConfigNode conf, Findings findings) {
    for (String name : TARGETS) {
      conf.child(name)
          .filter(YamlTypedTarget::changed)
          .ifPresent(
              target ->
                  report(
                      target,
                      "YAML reads "
                          + written(target)
                          + " as "
                          + target.text().orElse("")
                          + ", and that is what PostgreSQL gets as "
                          + name
                          + ": it does not start, or it recovers to another point.",
                      findings));
    }
  }

  private static void checkDcs(ConfigNode conf, Findings findings) {
    for (ConfigNode setting : conf.children()) {
      if (setting.type() == ScalarType.TIMESTAMP) {
        report(
            setting,
            "YAML makes a time of "
                + written(setting)
                + ", which Patroni cannot write to the DCS: creating the cluster fails with"
                + " \"Object of type datetime is not JSON serializable\".",
            findings);
      }
    }
  }

  /** A number, or a boolean, whose text differs from what is written. */
  private static boolean changed(ConfigNode target) {
    ScalarType type = target.type();
    boolean typed = type == ScalarType.INT || type == ScalarType.FLOAT || type == ScalarType.BOOL;
    return typed && !written(target).equals(target.text().orElse(""));
  }

  private static String written(ConfigNode target) {
    return target.yaml().resolved() instanceof YamlScalar scalar ? scalar.content() : "";
  }

  private static void report(ConfigNode target, String message, Findings findings) {
    Finding.Builder finding = Finding.at(target.valueLocation()).path(target.path());
    YamlFix.of(
            YamlEditor.quote(target.file(), target.keys()),
            "quote",
            "Put quotes around " + written(target),
            Safety.SAFE)
        .ifPresent(finding::fix);
    findings.add(finding, message);
  }
}
