package io.patronilint.rules.postgresql;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.schemas.guc.GucOutcome;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags numbers with a unit that the parameter does not take, for which Patroni leaves the
 * parameter out.
 *
 * <p>Source: {@code parse_int} and {@code parse_real} of patroni/utils.py, called by {@code
 * _Numeric.transform} of patroni/postgresql/validator.py; PostgreSQL's units are compared with case
 * too.
 */
public final class BadUnit implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/bad-unit",
          Severity.ERROR,
          "Patroni drops a parameter because of its unit",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    Parameters parameters = Parameters.of(node);
    for (Parameter parameter : parameters.all()) {
      if (parameter.outcome() instanceof GucOutcome.Invalid invalid
          && ModeText.of(parameter).isEmpty()) {
        Quantity.of(parameter.text())
            .filter(quantity -> quantity.isNumberOf(invalid.guc().kind()))
            .ifPresent(q -> report(node, parameter, q, invalid.guc().unit(), findings));
      }
    }
  }

  private static void report(
      Node node, Parameter parameter, Quantity quantity, String base, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    Optional<String> meant =
        unit(quantity.unit(), base)
            .map(unit -> quantity.number() + unit)
            .filter(text -> Parameters.of(node).accepts(parameter.name(), text));
    meant.ifPresent(
        text ->
            new ConfigFixes(node)
                .replace("write-unit", "Write " + text, Safety.SAFE, setting, text)
                .ifPresent(finding::fix));
    findings.add(
        finding,
        quantity.unit()
            + " is no unit of "
            + parameter.name()
            + " ("
            + takes(base)
            + "). Patroni drops the parameter with no more than a warning in its log, and"
            + " PostgreSQL's default counts.");
  }

  private static String takes(String base) {
    if (base.isEmpty()) {
      return "it takes a number alone";
    }
    return (base.endsWith("B") ? "B, kB, MB, GB, TB" : "us, ms, s, min, h, d")
        + "; upper and lower case count";
  }

  private static Optional<String> unit(String written, String base) {
    String unit = base.isEmpty() ? "" : base.endsWith("B") ? memory(written) : time(written);
    return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
  }

  private static String memory(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "b", "byte", "bytes" -> "B";
      case "k", "kb", "kib" -> "kB";
      case "m", "mb", "mib" -> "MB";
      case "g", "gb", "gib" -> "GB";
      case "t", "tb", "tib" -> "TB";
      default -> "";
    };
  }

  /** A capital M alone may be a month. */
  private static String time(String written) {
    return switch (written.equals("M") ? "" : written.toLowerCase(Locale.ROOT)) {
      case "ms", "msec", "msecs", "millisecond", "milliseconds" -> "ms";
      case "s", "sec", "secs", "second", "seconds" -> "s";
      case "m", "min", "mins", "minute", "minutes" -> "min";
      case "h", "hr", "hrs", "hour", "hours" -> "h";
      case "d", "day", "days" -> "d";
      default -> "";
    };
  }
}
