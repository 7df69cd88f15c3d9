package io.patronilint.rules.restore;

import io.patronilint.core.observed.ClusterMember;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cluster after the start.
 *
 * @param cluster the cluster
 * @param members what {@code patronictl list} printed, or null
 * @param node the node of the leader, or the first one where the leader is not known or has none
 * @param leads whether {@code node} is the leader, as far as is known
 */
record Aftermath(Cluster cluster, @Nullable MemberList members, Node node, boolean leads) {

  static Aftermath of(Cluster cluster) {
    MemberList list =
        cluster.nodes().stream()
            .map(Node::memberList)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null);
    Optional<String> leader =
        list == null
            ? Optional.empty()
            : list.members().stream()
                .filter(ClusterMember::leads)
                .map(ClusterMember::name)
                .findFirst();
    Node first = cluster.nodes().get(0);
    Node node =
        cluster.nodes().stream()
            .filter(n -> leader.filter(n.name()::equals).isPresent())
            .findFirst()
            .orElse(first);
    boolean leads = leader.isEmpty() || leader.get().equals(node.name());
    return new Aftermath(cluster, list, node, leads);
  }

  List<ClusterMember> all() {
    return members == null ? List.of() : members.members();
  }

  Optional<ClusterMember> leading() {
    return all().stream().filter(ClusterMember::leads).findFirst();
  }

  String leader() {
    return leading().map(ClusterMember::name).orElse("");
  }

  /** Returns what pg_controldata printed of the leader. */
  Optional<ControlData> control() {
    return leads ? node.controlData() : Optional.empty();
  }

  /**
   * Returns the timeline that the leader writes, or 0. Patroni asks the server; pg_controldata
   * shows it only after the checkpoint that follows the promotion.
   */
  int timeline() {
    int listed = leading().map(ClusterMember::timeline).orElse(0);
    return listed > 0 ? listed : control().flatMap(ControlData::timeline).orElse(0);
  }
}
