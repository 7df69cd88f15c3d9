package io.patronilint.rules.restore;

import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the files show of a cluster after a restore.
 *
 * @param cluster the scope
 * @param leader the member that leads; empty if none is known
 * @param timeline the timeline that the leader writes; 0 if it is not known
 * @param checks what was looked at, the most important first
 */
public record RestoreVerification(
    String cluster, String leader, int timeline, List<RestoreCheck> checks) {

  /** What recovery itself consists of; the rest is what has to follow. */
  private static final Set<String> RECOVERY = Set.of("leader", "recovery-ended", "members");

  /** Copies the list. */
  public RestoreVerification {
    checks = List.copyOf(checks);
  }

  /** Looks at every cluster of {@code workspace}. */
  public static List<RestoreVerification> of(Workspace workspace) {
    List<RestoreVerification> verified = new ArrayList<>();
    for (Cluster cluster : workspace.clusters()) {
      if (!cluster.nodes().isEmpty()) {
        verified.add(of(cluster));
      }
    }
    return verified;
  }

  private static RestoreVerification of(Cluster cluster) {
    Aftermath after = Aftermath.of(cluster);
    List<RestoreCheck> checks = new ArrayList<>(new RecoveryChecks(after).list());
    checks.addAll(new ArchiveChecks(after).list());
    checks.addAll(new LeftoverChecks(after).list());
    return new RestoreVerification(cluster.scope(), after.leader(), after.timeline(), checks);
  }

  /** Tells whether the cluster is known to run out of recovery, with all its members. */
  public boolean complete() {
    return checks.stream()
        .filter(check -> RECOVERY.contains(check.id()))
        .allMatch(RestoreCheck::settled);
  }

  /** Tells whether recovery is complete and nothing is left to be done or found out. */
  public boolean fine() {
    return checks.stream().allMatch(RestoreCheck::settled);
  }
}
