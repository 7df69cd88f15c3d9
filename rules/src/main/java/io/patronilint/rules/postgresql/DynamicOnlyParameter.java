package io.patronilint.rules.postgresql;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.GucValue;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.LostSettings.Lost;
import io.patronilint.rules.support.Patronictl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags parameters in a member's file that Patroni takes from the dynamic configuration only,
 * because all members must agree on them.
 *
 * <p>Source: {@code ConfigHandler.CMDLINE_OPTIONS}, {@code Config._process_postgresql_parameters}
 * with {@code is_local}.
 */
public final class DynamicOnlyParameter implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/dynamic-only-parameter",
          Severity.ERROR,
          "A parameter that all members share is set in the file of one",
          Safety.UNSAFE);

  private static final List<String> TARGET =
      List.of("bootstrap", "dcs", "postgresql", "parameters");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Lost lost : LostSettings.of(node, Ignored.Reason.DYNAMIC_ONLY)) {
      if (lost.setting().path().startsWith("postgresql.parameters.")) {
        report(node, lost, findings);
      }
    }
  }

  private static void report(Node node, Lost lost, Findings findings) {
    ConfigNode setting = lost.setting();
    Value inForce = EffectiveConfig.of(node).parameter(setting.key()).orElse(null);
    String counts = inForce == null ? "" : inForce.text().orElse("");
    if (setting.isNull() || same(setting.text().orElse(""), counts)) {
      return;
    }
    Finding.Builder finding =
        Finding.at(setting.keyLocation()).path(setting.path()).severity(severity(node));
    lost.winner().ifPresent(place -> finding.related(place, "the value that counts"));
    fix(node, setting).ifPresent(finding::fix);
    boolean byDefault = inForce == null || inForce.origin().source() == Origin.Source.DEFAULT;
    findings.add(
        finding,
        "Patroni takes "
            + setting.key()
            + " from the dynamic configuration only and drops it here without a word"
            + (counts.isEmpty()
                ? "."
                : "; " + (byDefault ? "Patroni's default " : "") + counts + " counts."));
  }

  /** Without any dynamic configuration at hand, the DCS may well have the same value. */
  private static Severity severity(Node node) {
    DynamicConfig dynamic = EffectiveConfig.of(node).dynamic();
    return dynamic.root() == null ? Severity.WARNING : Severity.ERROR;
  }

  private static boolean same(String written, String counts) {
    return GucValue.of(level(written)).same(GucValue.of(level(counts)));
  }

  /** PostgreSQL takes both older names of this level of wal_level for {@code replica}. */
  private static String level(String value) {
    return value.equals("hot_standby") || value.equals("archive") ? "replica" : value;
  }

  private static Optional<Fix> fix(Node node, ConfigNode setting) {
    String name = setting.key().toLowerCase(Locale.ROOT);
    boolean taken =
        node.local().at(TARGET.toArray(String[]::new)).stream()
            .flatMap(parameters -> parameters.children().stream())
            .anyMatch(parameter -> parameter.key().toLowerCase(Locale.ROOT).equals(name));
    List<Object> to = new ArrayList<>(TARGET);
    to.add(setting.key());
    EditResult result = YamlEditor.move(setting.file(), setting.keys(), to);
    if (taken || !result.possible() || result.edits().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            "move-to-bootstrap-dcs",
            "Move " + setting.key() + " to bootstrap.dcs.postgresql.parameters",
            Safety.UNSAFE,
            List.copyOf(result.edits()),
            List.of(Patronictl.set(node, "postgresql.parameters." + setting.key(), setting)),
            List.of(
                "A cluster that is already initialised takes the change from the command only.",
                "PostgreSQL has to be restarted on every member; raise a value on the standbys"
                    + " first, lower it on the primary first.")));
  }
}
