package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a {@code patroni.dynamic.json} in the data directory that keeps a cluster from getting a
 * primary once the DCS is empty.
 *
 * <p>{@code Config._load_cache} of Patroni reads the file at the start; with nothing in the DCS it
 * becomes the configuration of the cluster ({@code Patroni.apply_dynamic_configuration}). It is
 * part of every backup.
 */
public final class StaleDynamicCache implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/stale-dynamic-cache",
          Severity.ERROR,
          "patroni.dynamic.json of the backup keeps the cluster from getting a primary",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (node.dcs() != DcsState.WIPED || dynamic.source() != DynamicConfig.Source.CACHE) {
      return;
    }
    dynamic
        .at("pause")
        .filter(StaleDynamicCache::isTrue)
        .ifPresent(
            pause ->
                report(
                    pause,
                    Severity.ERROR,
                    "patroni.dynamic.json came back with the backup and says pause. With the DCS"
                        + " empty Patroni takes it over, and while it is paused it does not start"
                        + " PostgreSQL: the cluster gets no primary.",
                    findings));
    boolean wanted =
        node.local()
            .at("bootstrap", "dcs", "standby_cluster")
            .filter(ConfigNode::truthy)
            .isPresent();
    dynamic
        .at("standby_cluster")
        .filter(standby -> !wanted && follows(standby))
        .ifPresent(
            standby ->
                report(
                    standby,
                    Severity.WARNING,
                    "patroni.dynamic.json came back with the backup and has a standby_cluster,"
                        + " which bootstrap.dcs does not have. With the DCS empty Patroni takes it"
                        + " over: the restored cluster follows another one instead of getting a"
                        + " primary.",
                    findings));
  }

  private static void report(
      ConfigNode setting, Severity severity, String message, Findings findings) {
    Finding.Builder finding =
        Finding.at(setting.keyLocation()).path(setting.path()).severity(severity);
    EditResult result = YamlEditor.remove(setting.file(), setting.keys());
    if (result.possible()) {
      finding.fix(
          Fix.of(
              "remove-setting",
              "Remove " + setting.key() + " from " + setting.file().name(),
              Safety.UNSAFE,
              List.copyOf(result.edits())));
    }
    findings.add(finding, message);
  }

  /** Source: {@code parse_bool} of Patroni. */
  private static boolean isTrue(ConfigNode pause) {
    return pause
        .text()
        .filter(text -> Stream.of("true", "on", "yes", "1").anyMatch(text::equalsIgnoreCase))
        .isPresent();
  }

  private static boolean follows(ConfigNode standby) {
    return Stream.of("host", "port", "restore_command")
        .map(standby::child)
        .flatMap(Optional::stream)
        .anyMatch(ConfigNode::truthy);
  }
}
