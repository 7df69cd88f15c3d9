package io.patronilint.rules.dynamic;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.LostSettings;
import io.patronilint.rules.support.LostSettings.Lost;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Flags settings of one member in the dynamic configuration, where Patroni does not look for them.
 *
 * <p>Source: {@code Config._safe_copy_dynamic_configuration} leaves out the listed keys of {@code
 * postgresql} and takes no section that only the local configuration has.
 */
public final class LocalOnlyKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/local-only-key",
          Severity.ERROR,
          "A setting of a single member stands in the dynamic configuration",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<ConfigNode> whole =
        LostSettings.configurations(node).stream()
            .map(config -> config.dynamic().root())
            .filter(Objects::nonNull)
            .filter(WholeLocalConfiguration::speaksOf)
            .toList();
    for (Lost lost : LostSettings.of(node, Ignored.Reason.LOCAL_ONLY)) {
      // Where the whole document is a mistake, one finding says so.
      if (!lost.setting().isNull() && whole.stream().noneMatch(r -> holds(r, lost.setting()))) {
        report(node, lost.setting(), findings);
      }
    }
  }

  private static boolean holds(ConfigNode root, ConfigNode setting) {
    return setting.file() == root.file()
        && (root.path().isEmpty() || setting.path().startsWith(root.path() + "."));
  }

  private static void report(Node node, ConfigNode setting, Findings findings) {
    String path = Patronictl.dynamicPath(setting).orElse(setting.path());
    Optional<ConfigNode> local = node.local().at(path.split("\\.", -1));
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    local.ifPresent(l -> finding.related(l.keyLocation(), "the value that counts"));
    YamlFix.of(
            YamlEditor.remove(setting.file(), setting.keys()),
            "remove",
            "Remove " + path + " from the dynamic configuration",
            Safety.UNSAFE,
            Patronictl.remove(node, List.of(setting)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        "Patroni does not read "
            + path
            + " from the dynamic configuration: it is a setting of each member's own file"
            + (local.isPresent() ? ", which has it." : ", and nothing sets it there."));
  }
}
