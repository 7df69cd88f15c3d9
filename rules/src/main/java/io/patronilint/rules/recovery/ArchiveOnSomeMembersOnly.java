package io.patronilint.rules.recovery;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ServerSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a member without a restore_command where other members of the cluster have one in their own
 * files.
 *
 * <p>{@code postgresql.recovery_conf} of a local configuration is that member's alone ({@code
 * Config._build_effective_configuration}).
 */
public final class ArchiveOnSomeMembersOnly implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/archive-on-some-members-only",
          Severity.WARNING,
          "Only some members of the cluster have a restore_command");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    List<Node> without = new ArrayList<>();
    Location with = null;
    for (Node node : cluster.nodes()) {
      RecoverySettings settings = RecoverySettings.of(node);
      RecoverySettings.RestoreCommand command = settings.restoreCommand(node).orElse(null);
      boolean unknown =
          settings.get("restore_command").isPresent() || ServerSetting.mayBeElsewhere(node);
      if (command != null && node.local().files().contains(command.location().file())) {
        with = with == null ? command.location() : with;
      } else if (command == null && !unknown) {
        without.add(node);
      }
    }
    if (with != null) {
      for (Node node : without) {
        report(node, with, findings);
      }
    }
  }

  private static void report(Node node, Location with, Findings findings) {
    ConfigNode postgresql = node.local().at("postgresql").orElse(null);
    if (postgresql == null || isSilent(node)) {
      return;
    }
    ConfigNode at = postgresql.child("recovery_conf").orElse(postgresql);
    boolean known = DynamicConfig.of(node).source() == DynamicConfig.Source.GIVEN;
    findings.add(
        Finding.at(at.keyLocation())
            .path(at.path())
            .severity(known ? Severity.WARNING : Severity.INFO)
            .related(with, "another member has one"),
        "This member has no restore_command, another member has one in its own file. As a replica"
            + " this one gets WAL from the primary only, and has to be copied anew when the primary"
            + " has recycled what it needs.");
  }

  /** A member that never follows the primary, or is none to fail over to, may differ on purpose. */
  private static boolean isSilent(Node node) {
    return node.local().at("tags", "nofailover").filter(ConfigNode::truthy).isPresent();
  }
}
