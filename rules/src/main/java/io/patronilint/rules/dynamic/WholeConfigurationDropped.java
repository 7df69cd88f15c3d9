package io.patronilint.rules.dynamic;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ListOfMappings;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;
import java.util.Optional;

/**
 * Flags the one value that makes Patroni throw away the whole dynamic configuration.
 *
 * <p>Source: {@code Config.set_dynamic_configuration} catches every exception and keeps what it had
 * before.
 */
public final class WholeConfigurationDropped implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/whole-configuration-dropped",
          Severity.ERROR,
          "One value makes Patroni drop the whole dynamic configuration",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (EffectiveConfig config : LostSettings.configurations(node)) {
      ConfigFailure refused = config.refused();
      ConfigNode cause = refused == null ? null : refused.origin().node();
      if (refused != null && cause != null && !Templates.unrendered(cause.text().orElse(""))) {
        report(node, refused, cause, findings);
      }
    }
  }

  private static void report(
      Node node, ConfigFailure refused, ConfigNode cause, Findings findings) {
    Finding.Builder finding = Finding.at(cause.location()).path(cause.path());
    fix(node, cause).ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni drops the whole dynamic configuration with an exception in its log, because "
            + refused.message()
            + "; max_connections, slots, pg_hba and all the rest fall back to what they were.");
  }

  private static Optional<Fix> fix(Node node, ConfigNode cause) {
    if (cause.key().equals("pg_rewind") && cause.type() == ScalarType.BOOL) {
      return YamlFix.of(
          YamlEditor.rename(cause.file(), cause.keys(), "use_pg_rewind"),
          "rename",
          "Rename pg_rewind to use_pg_rewind",
          Safety.UNSAFE,
          Patronictl.rename(node, cause, "use_pg_rewind"));
    }
    if (cause.key().equals("parameters") && cause.isSequence()) {
      return ListOfMappings.toMapping(cause)
          .flatMap(
              result ->
                  YamlFix.of(
                      result,
                      "make-mapping",
                      "Make parameters one mapping",
                      Safety.SAFE,
                      ListOfMappings.command(node, cause)));
    }
    return seconds(cause)
        .flatMap(
            seconds ->
                new ConfigFixes(node)
                    .replace(
                        "number",
                        "Write " + seconds + ", a number of seconds",
                        Safety.SAFE,
                        cause,
                        seconds));
  }

  /** Reads {@code 30s} and {@code 1min}, which can mean one thing only. */
  private static Optional<Integer> seconds(ConfigNode cause) {
    String text = cause.text().orElse("").strip();
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 5) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text.substring(0, digits));
    return switch (text.substring(digits).strip()) {
      case "s", "sec", "seconds" -> Optional.of(number);
      case "min" -> Optional.of(60 * number);
      default -> Optional.empty();
    };
  }
}
