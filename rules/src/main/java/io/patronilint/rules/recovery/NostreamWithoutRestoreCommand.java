package io.patronilint.rules.recovery;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.FetchCommand;
import io.patronilint.rules.support.ServerSetting;
import java.util.Locale;
import java.util.Set;

/**
 * Flags a member with the tag nostream that has no {@code restore_command}.
 *
 * <p>{@code Ha._get_node_to_follow} then names no member to follow, so that {@code
 * ConfigHandler.build_recovery_params} sets no primary_conninfo, and takes nothing from {@code
 * standby_cluster} either.
 */
public final class NostreamWithoutRestoreCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/nostream-without-restore-command",
          Severity.ERROR,
          "A member that does not stream has no archive to get WAL from",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode tag =
        node.local()
            .at("tags", "nostream")
            .filter(NostreamWithoutRestoreCommand::isTrue)
            .orElse(null);
    RecoverySettings settings = RecoverySettings.of(node);
    if (tag == null
        || node.target().patroniBefore(3, 3)
        || settings.dynamic().root() == null
        || settings.get("restore_command").filter(c -> !c.text().orElse("").isEmpty()).isPresent()
        || inBaseConf(node)
        || ServerSetting.mayBeElsewhere(node)) {
      return;
    }
    boolean known = settings.dynamic().source() == DynamicConfig.Source.GIVEN;
    Finding.Builder finding =
        Finding.at(tag.keyLocation())
            .path(tag.path())
            .severity(known ? Severity.ERROR : Severity.WARNING);
    settings
        .dynamic()
        .at("standby_cluster", "restore_command")
        .ifPresent(c -> finding.related(c.keyLocation(), "this does not reach a nostream member"));
    FetchCommand.of(node)
        .ifPresent(c -> finding.fix(RestoreCommandRemedies.configured(node, settings, c)));
    findings.add(
        finding,
        "With nostream Patroni gives this member no primary_conninfo, and no restore_command is"
            + " set: it gets no WAL from anywhere and stays where it is, \"specified neither"
            + " primary_conninfo nor restore_command\".");
  }

  /** Source: {@code parse_bool} of Patroni. */
  private static boolean isTrue(ConfigNode tag) {
    return Set.of("true", "on", "yes", "1")
        .contains(tag.text().orElse("").toLowerCase(Locale.ROOT));
  }

  private static boolean inBaseConf(Node node) {
    DataDirectory data = node.dataDirectory();
    return data != null
        && data.file("postgresql.base.conf")
            .map(f -> f.conf().last("restore_command"))
            .filter(e -> !e.value().isEmpty())
            .isPresent();
  }
}
