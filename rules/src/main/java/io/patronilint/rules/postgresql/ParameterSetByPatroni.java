package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.LostSettings.Lost;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Locale;

/**
 * Flags parameters that Patroni sets itself from another place, so that what is written has no
 * effect.
 *
 * <p>Source: {@code ConfigHandler.CMDLINE_OPTIONS}, whose checks for {@code listen_addresses},
 * {@code port} and {@code cluster_name} refuse every value, and {@code
 * ConfigHandler.get_server_parameters}.
 */
public final class ParameterSetByPatroni implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/parameter-set-by-patroni",
          Severity.WARNING,
          "A parameter that Patroni sets itself is written and ignored",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Lost lost : LostSettings.of(node, Ignored.Reason.CONTROLLED)) {
      if (!lost.setting().isNull() && !isRight(node, lost.setting())) {
        report(node, lost, findings);
      }
    }
  }

  /** Writing what Patroni does anyway harms nobody. */
  private static boolean isRight(Node node, ConfigNode setting) {
    String written = setting.text().orElse("");
    EffectiveConfig config = EffectiveConfig.of(node);
    return switch (setting.key().toLowerCase(Locale.ROOT)) {
      case "cluster_name" -> config.at("scope").flatMap(Value::text).orElse("").equals(written);
      case "port" -> listen(config).endsWith(":" + written);
      case "listen_addresses" ->
          listen(config).equals(written) || listen(config).startsWith(written + ":");
      default -> false;
    };
  }

  private static String listen(EffectiveConfig config) {
    return config.at("postgresql", "listen").flatMap(Value::text).orElse("");
  }

  private static void report(Node node, Lost lost, Findings findings) {
    ConfigNode setting = lost.setting();
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    lost.winner().ifPresent(place -> finding.related(place, "Patroni takes it from here"));
    YamlFix.of(
            YamlEditor.remove(setting.file(), setting.keys()),
            "remove",
            "Remove " + setting.path(),
            Safety.SAFE,
            Patronictl.remove(node, List.of(setting)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni sets "
            + setting.key()
            + " itself, from "
            + source(setting.key())
            + "; what is written here has no effect.");
  }

  private static String source(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "cluster_name" -> "scope";
      case "port", "listen_addresses" -> "postgresql.listen of the local configuration";
      default -> "its own settings";
    };
  }
}
