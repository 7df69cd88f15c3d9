package io.patronilint.rules.postgresql;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.GucValue;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.schemas.guc.ControlledGucs;
import io.patronilint.schemas.guc.PatroniVersion;
import java.util.List;

/**
 * Flags settings in the file of {@code custom_conf} that do not count.
 *
 * <p>Source: {@code ConfigHandler.write_postgresql_conf} includes the file before it writes {@code
 * postgresql.parameters}; {@code ConfigHandler.CMDLINE_OPTIONS} are passed on the command line.
 */
public final class CustomConfOverridden implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/custom-conf-overridden",
          Severity.WARNING,
          "A setting in the file of custom_conf is overridden by Patroni");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (SourceFile file : node.outputs()) {
      if (file.kind() == FileKind.POSTGRESQL_CONF) {
        check(node, file, findings);
      }
    }
  }

  private static void check(Node node, SourceFile file, Findings findings) {
    List<Integer> version = KeyTables.version(node);
    PatroniVersion patroni = new PatroniVersion(version.get(0), version.get(1), version.get(2));
    ControlledGucs controlled = ControlledGucs.load();
    EffectiveConfig config = EffectiveConfig.of(node);
    for (ConfEntry entry : file.conf().entries()) {
      if (entry.kind() != ConfEntry.Kind.ASSIGNMENT) {
        continue;
      }
      Value winner = config.parameter(entry.name()).orElse(null);
      String text = winner == null ? "" : winner.text().orElse("");
      boolean same = winner != null && GucValue.of(text).same(GucValue.of(entry.value()));
      boolean held = controlled.find(entry.name(), patroni).isPresent();
      if (!same && (held || winner != null)) {
        Finding.Builder finding =
            Finding.at(new Location(file, entry.nameSpan())).path(entry.name());
        if (winner != null) {
          winner.origin().place().ifPresent(p -> finding.related(p, "the value that counts"));
        }
        findings.add(finding, message(entry.name(), text, held));
      }
    }
  }

  private static String message(String name, String value, boolean held) {
    String counts = value.isEmpty() ? "" : ": " + value + " counts";
    return held
        ? name
            + " has no effect here: Patroni passes it on the command line of PostgreSQL, with the"
            + " value of the dynamic configuration or its default"
            + counts
            + "."
        : name
            + " has no effect here: Patroni writes postgresql.parameters behind the file of"
            + " custom_conf"
            + counts
            + ".";
  }
}
