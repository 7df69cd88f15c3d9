package io.patronilint.rules.restore;

import org.jspecify.annotations.Nullable;

/**
 * What an operator asks of a restore.
 *
 * @param target where recovery is to end
 * @param onto which machines are to run the cluster
 * @param member the member to restore first, or null for the first one that may lead
 * @param backup the backup to restore, as its tool names it, or null for the tool's own choice
 * @param service the unit of systemd that runs Patroni
 */
public record RestoreRequest(
    RecoveryTarget target,
    Onto onto,
    @Nullable String member,
    @Nullable String backup,
    String service) {

  /** Which machines are to run the cluster. */
  public enum Onto {
    /** Those that ran it. */
    SAME,
    /** Others, without a data directory. */
    NEW
  }

  /** Returns the usual request: the latest state, onto the machines that ran the cluster. */
  public static RestoreRequest usual() {
    return new RestoreRequest(RecoveryTarget.latest(), Onto.SAME, null, null, "patroni");
  }
}
