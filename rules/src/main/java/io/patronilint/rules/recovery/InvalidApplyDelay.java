package io.patronilint.rules.recovery;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flags a {@code recovery_min_apply_delay} that Patroni cannot read and drops.
 *
 * <p>Source: {@code transform_recovery_parameter_value} of Patroni since 2.0, whose units are those
 * of PostgreSQL: us, ms, s, min, h and d, in this case.
 */
public final class InvalidApplyDelay implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/invalid-apply-delay",
          Severity.ERROR,
          "Patroni drops a recovery_min_apply_delay whose unit it does not know",
          Safety.SAFE);

  private static final String NAME = "recovery_min_apply_delay";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.target().patroniBefore(2)) {
      return;
    }
    List<ConfigNode> settings = new ArrayList<>();
    for (ConfigNode section : Sections.postgresql(node)) {
      section.at("recovery_conf", NAME).ifPresent(settings::add);
      section.at("parameters", NAME).ifPresent(settings::add);
    }
    for (ConfigNode root : Sections.dynamic(node)) {
      root.at("standby_cluster", NAME).ifPresent(settings::add);
    }
    for (ConfigNode setting : settings) {
      String text = setting.text().orElse("");
      if (setting.isString() && !text.isBlank() && !Templates.unrendered(text) && !isValid(text)) {
        report(node, setting, text, findings);
      }
    }
  }

  private static boolean isValid(String text) {
    return text.length() <= 40
        && Pattern.matches(
            "[+-]?(0[xX][0-9a-fA-F]+|\\d+(\\.\\d*)?([eE][+-]?\\d+)?) ?(us|ms|s|min|h|d)?",
            text.strip());
  }

  private static void report(Node node, ConfigNode setting, String text, Findings findings) {
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    String meant = meant(text);
    if (meant != null) {
      new ConfigFixes(node)
          .replace("unit", "Write " + meant, Safety.SAFE, setting, meant)
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "Patroni cannot read \""
            + text
            + "\" and drops recovery_min_apply_delay with a warning in its log: this replica applies"
            + " changes at once. The units are us, ms, s, min, h and d.");
  }

  /** Returns the delay with PostgreSQL's unit, or null if it is not clear which one is meant. */
  private static @Nullable String meant(String text) {
    Matcher matcher = Pattern.compile("(\\d{1,9}) ?([A-Za-z]{3,12})").matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    Optional<String> unit =
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
          case "sec", "secs", "second", "seconds" -> Optional.of("s");
          case "min", "mins", "minute", "minutes" -> Optional.of("min");
          case "hour", "hours", "hrs" -> Optional.of("h");
          case "day", "days" -> Optional.of("d");
          default -> Optional.empty();
        };
    return unit.map(u -> matcher.group(1) + u).orElse(null);
  }
}
