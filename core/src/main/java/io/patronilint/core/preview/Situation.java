package io.patronilint.core.preview;

import io.patronilint.core.Version;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ClusterMember;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node under one set of assumptions: which Patroni it is, and what the DCS holds.
 *
 * @param node the node, with the state of the DCS that is assumed
 * @param patroni the version of Patroni
 * @param now the time to judge recovery targets by
 * @param disk what its data directory shows
 * @param settings its settings
 * @param members what {@code patronictl list} printed of this cluster, or null
 */
record Situation(
    Node node,
    Version patroni,
    Instant now,
    Disk disk,
    Settings settings,
    @Nullable MemberList members) {

  static Situation of(Node node, Version patroni, Instant now, @Nullable MemberList members) {
    return new Situation(node, patroni, now, new Disk(node), new Settings(node), members);
  }

  boolean does(Behaviour behaviour) {
    return behaviour.of(patroni);
  }

  boolean dcsKept() {
    return node.dcs() == DcsState.KEPT;
  }

  /** Returns where it shows that the cluster is in maintenance mode, as the DCS holds that. */
  Optional<Location> pause() {
    if (!dcsKept()) {
      return Optional.empty();
    }
    Optional<Location> shown =
        members != null && members.paused() ? Optional.of(members.place()) : Optional.empty();
    return settings.pause().map(ConfigNode::location).or(() -> shown);
  }

  /** Returns the member that leads the cluster while Patroni starts here. */
  Optional<ClusterMember> leader() {
    return members == null || !dcsKept() ? Optional.empty() : members.otherLeader(node.name());
  }
}
