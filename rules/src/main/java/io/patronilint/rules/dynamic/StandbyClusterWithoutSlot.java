package io.patronilint.rules.dynamic;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Sections;

/**
 * Says that a standby cluster streams without a replication slot, and has no archive to fall back
 * on.
 *
 * <p>Source: {@code Ha.get_remote_member} sets {@code no_replication_slot} where {@code
 * primary_slot_name} is missing.
 */
public final class StandbyClusterWithoutSlot implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/standby-cluster-without-slot",
          Severity.INFO,
          "The standby cluster streams without a slot and without an archive");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode root : Sections.dynamic(node)) {
      root.child("standby_cluster").ifPresent(s -> check(root, s, findings));
    }
  }

  private static void check(ConfigNode root, ConfigNode section, Findings findings) {
    boolean streams = has(section, "host") && !has(section, "primary_slot_name");
    boolean archive =
        has(section, "restore_command")
            || root.at("postgresql", "recovery_conf", "restore_command").isPresent();
    if (streams && !archive) {
      findings.add(
          Finding.at(section.keyLocation()).path(section.path()),
          "standby_cluster has no primary_slot_name, so Patroni streams from the remote cluster"
              + " without a replication slot; when that removes WAL too early, the standby cluster"
              + " has to be built anew, because there is no restore_command either.");
    }
  }

  private static boolean has(ConfigNode section, String key) {
    return section.child(key).map(ConfigNode::truthy).orElse(false);
  }
}
