package io.patronilint.rules.dynamic;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
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
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.LostSettings.Lost;
import io.patronilint.rules.support.Patronictl;
import java.util.List;
import java.util.Optional;

/**
 * Flags settings of the whole cluster at the root of a member's file, where Patroni does not look
 * for them.
 *
 * <p>Source: {@code GlobalConfig} asks the dynamic configuration only, and {@code
 * Config._build_effective_configuration} skips names that the defaults have.
 */
public final class KeyInLocalFile implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/key-in-local-file",
          Severity.ERROR,
          "A setting of the whole cluster stands at the root of a member's file",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Lost lost : LostSettings.of(node, Ignored.Reason.DYNAMIC_ONLY)) {
      ConfigNode setting = lost.setting();
      boolean root = setting.keys().size() == 1;
      // bootstrap/local-standby-cluster has more to say about that one.
      if (root && !setting.key().equals("standby_cluster") && !setting.isNull()) {
        report(node, setting, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode setting, Findings findings) {
    EffectiveConfig config = EffectiveConfig.of(node);
    Value inForce = config.settings().get(setting.key());
    if (inForce == null) {
      // What the local file has at the root comes through for keys that have no default.
      Value copied = config.configuration().get(setting.key());
      boolean own = copied == null || copied.origin().source() == Origin.Source.LOCAL;
      inForce = own ? null : copied;
    }
    Value written = Values.of(setting, Origin.Source.LOCAL);
    if (inForce != null && inForce.sameAs(written)) {
      return;
    }
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    Optional.ofNullable(inForce)
        .flatMap(v -> v.origin().place())
        .filter(place -> !place.equals(setting.keyLocation()))
        .ifPresent(place -> finding.related(place, "the value that counts"));
    fix(node, setting).ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni reads "
            + setting.key()
            + " from the dynamic configuration only; at the root of a local file it has no effect.");
  }

  private static Optional<Fix> fix(Node node, ConfigNode setting) {
    if (node.local().at("bootstrap", "dcs", setting.key()).isPresent()) {
      return Optional.empty();
    }
    EditResult result =
        YamlEditor.move(setting.file(), setting.keys(), List.of("bootstrap", "dcs", setting.key()));
    if (!result.possible() || result.edits().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            "move-to-bootstrap-dcs",
            "Move " + setting.key() + " to bootstrap.dcs",
            Safety.UNSAFE,
            List.copyOf(result.edits()),
            List.of(Patronictl.set(node, setting.key(), setting)),
            List.of(
                "A cluster that is already initialised takes the change from the command only.")));
  }
}
