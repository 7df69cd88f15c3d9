package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.Spelling;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.ValueTypes;
import io.patronilint.schemas.keys.PatroniKey;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Flags values that are of the right type, but none of those that Patroni takes.
 *
 * <p>Source: the functions that read each key, as the table of keys has it.
 */
public final class WrongValue implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/wrong-value",
          Severity.ERROR,
          "A value is none of those that Patroni takes",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Known known : KeyWalk.of(node).known()) {
      ConfigNode setting = known.setting();
      boolean open = setting.isNull() || Templates.unrendered(setting.text().orElse(""));
      if (open
          || !setting.isScalar()
          || WrongType.isLeftToOthers(known)
          || !ValueTypes.fit(known.key(), setting)) {
        continue;
      }
      List<String> values = known.key().allowed().values(KeyTables.version(node));
      if (!values.isEmpty()) {
        if (!isOneOf(values, known.key().allowed().anyCase(), setting)) {
          report(node, known, values, findings);
        }
      } else if (isOutside(known.key().allowed(), setting)) {
        reportRange(known, findings);
      }
    }
  }

  private static boolean isOneOf(List<String> values, boolean anyCase, ConfigNode setting) {
    ScalarValue value = setting.scalar().orElseThrow();
    if (value instanceof ScalarValue.Bool bool) {
      return values.contains(bool.value() ? "true" : "false");
    }
    String text = value.text();
    return values.contains(anyCase ? text.toLowerCase(Locale.ROOT) : text)
        || (anyCase && values.contains(text.toUpperCase(Locale.ROOT)));
  }

  private static boolean isOutside(PatroniKey.Allowed allowed, ConfigNode setting) {
    if (allowed.min().isEmpty() && allowed.max().isEmpty()) {
      return false;
    }
    return ValueTypes.integer(setting.text().orElse(""), allowed.unit())
        .map(BigInteger::doubleValue)
        .filter(v -> v < allowed.min().orElse(v) || v > allowed.max().orElse(v))
        .isPresent();
  }

  private static void report(Node node, Known known, List<String> values, Findings findings) {
    ConfigNode setting = known.setting();
    Finding.Builder finding = Finding.at(setting.location()).path(setting.path());
    Spelling.nearest(setting.text().orElse(""), values)
        .flatMap(
            near ->
                new ConfigFixes(node)
                    .replace("replace", "Write " + near, Safety.UNSAFE, setting, near))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        written(setting)
            + " is none of the values that "
            + setting.path()
            + " may have: "
            + String.join(", ", values)
            + "."
            + wrong(known));
  }

  private static void reportRange(Known known, Findings findings) {
    PatroniKey.Allowed allowed = known.key().allowed();
    ConfigNode setting = known.setting();
    String range =
        allowed.min().isPresent() && allowed.max().isPresent()
            ? "between " + number(allowed.min()) + " and " + number(allowed.max())
            : allowed.min().isPresent()
                ? "at least " + number(allowed.min())
                : "at most " + number(allowed.max());
    String unit = allowed.unit().isEmpty() ? "" : " " + allowed.unit();
    findings.add(
        Finding.at(setting.location()).path(setting.path()).severity(Severity.WARNING),
        setting.path()
            + " has to be "
            + range
            + unit
            + "; this is "
            + written(setting)
            + "."
            + wrong(known));
  }

  private static String written(ConfigNode setting) {
    ScalarValue value = setting.scalar().orElseThrow();
    return value instanceof ScalarValue.Bool bool ? String.valueOf(bool.value()) : value.text();
  }

  private static String number(OptionalDouble number) {
    return String.valueOf((long) number.getAsDouble());
  }

  private static String wrong(Known known) {
    String wrong = known.key().words().wrong();
    return wrong.isEmpty() ? "" : " " + wrong;
  }
}
