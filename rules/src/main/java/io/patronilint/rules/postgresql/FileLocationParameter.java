package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Locale;

/**
 * Flags {@code data_directory} and {@code config_file} among the parameters, which do not lead
 * PostgreSQL where Patroni looks.
 *
 * <p>Source: {@code PostmasterProcess.start} passes {@code -D} and {@code --config_file}; in
 * PostgreSQL the command line wins over the file for {@code config_file}, and {@code
 * data_directory} of the file wins over {@code -D}.
 */
public final class FileLocationParameter implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/file-location-parameter",
          Severity.WARNING,
          "A parameter names a place of files that only Patroni's own settings may name",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      if (parameter.text().isEmpty()) {
        continue;
      }
      switch (parameter.name().toLowerCase(Locale.ROOT)) {
        case "config_file" -> configFile(node, parameter.setting(), findings);
        case "data_directory" -> dataDirectory(node, parameter, findings);
        default -> {}
      }
    }
  }

  private static void configFile(Node node, ConfigNode setting, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    YamlFix.of(
            YamlEditor.remove(setting.file(), setting.keys()),
            "remove",
            "Remove config_file",
            Safety.SAFE,
            Patronictl.remove(node, List.of(setting)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni starts PostgreSQL with its own --config_file, so config_file has no effect here;"
            + " postgresql.config_dir and custom_conf say where configuration is.");
  }

  private static void dataDirectory(Node node, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    String own =
        EffectiveConfig.of(node).at("postgresql", "data_dir").flatMap(Value::text).orElse("");
    if (own.isEmpty() || Templates.unrendered(own) || same(own, parameter.text())) {
      return;
    }
    findings.add(
        Finding.at(setting.valueLocation()).path(setting.path()).severity(Severity.ERROR),
        "PostgreSQL takes its data from "
            + parameter.text()
            + ", and Patroni looks for it in "
            + own
            + ", its data_dir: it creates and judges one directory, and another one is started.");
  }

  private static boolean same(String a, String b) {
    return a.replaceAll("/+$", "").equals(b.replaceAll("/+$", ""));
  }
}
