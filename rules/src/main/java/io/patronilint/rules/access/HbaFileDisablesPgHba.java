package io.patronilint.rules.access;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.List;

/**
 * Flags {@code pg_hba} and {@code pg_ident} that Patroni does not write because PostgreSQL is told
 * to read another file.
 *
 * <p>Source: {@code ConfigHandler.replace_pg_hba} and {@code replace_pg_ident} do nothing when
 * {@code hba_file} or {@code ident_file} names another file than the one in the directory of the
 * configuration.
 */
public final class HbaFileDisablesPgHba implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/hba-file-disables-pg-hba",
          Severity.ERROR,
          "PostgreSQL reads another file than the one that Patroni would write pg_hba to");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    EffectiveConfig config = EffectiveConfig.of(node);
    for (String name : List.of("hba", "ident")) {
      Value file = config.parameter(name + "_file").orElse(null);
      Value lines = config.at("postgresql", "pg_" + name).orElse(null);
      if (file == null || lines == null || !lines.truthy()) {
        continue;
      }
      String path = file.text().orElse("");
      Location place = file.origin().place().orElse(null);
      if (place != null && isAnother(config, path, "pg_" + name + ".conf")) {
        Finding.Builder finding = Finding.at(place).path("postgresql.parameters." + name + "_file");
        lines.origin().place().ifPresent(p -> finding.related(p, "is not written anywhere"));
        findings.add(
            finding,
            "With "
                + name
                + "_file PostgreSQL reads "
                + path
                + ", which Patroni does not write: postgresql.pg_"
                + name
                + " has no effect.");
      }
    }
  }

  private static boolean isAnother(EffectiveConfig config, String path, String own) {
    String folder =
        config
            .at("postgresql", "config_dir")
            .or(() -> config.at("postgresql", "data_dir"))
            .flatMap(Value::text)
            .orElse("");
    String ours = folder.replaceFirst("/+$", "") + "/" + own;
    return !path.isEmpty()
        && !Templates.unrendered(path + folder)
        && !folder.isEmpty()
        && !path.equals(ours)
        && !path.equals(own);
  }
}
