package io.patronilint.core.preview;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ClusterMember;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.server.Leader;

/** An existing data directory joins a cluster that has a leader. */
final class Rejoin {

  private final Situation at;
  private final Draft draft;

  Rejoin(Situation at, Draft draft) {
    this.at = at;
    this.draft = draft;
  }

  Verdict follow(ClusterMember leader) {
    draft.change(Changes.forReplica(at, new Leader(leader.name(), leader.host(), leader.port())));
    draft.evidence(leader.location(), leader.name() + " leads the cluster");
    String state = at.disk().state().orElse("");
    int mine = at.disk().control().flatMap(ControlData::timeline).orElse(0);
    if (at.disk().restored()) {
      return restored(leader);
    }
    boolean standby = state.equals("shut down in recovery") || state.equals("in archive recovery");
    boolean behind = mine > 0 && leader.timeline() > 0 && mine <= leader.timeline();
    if (behind && (standby || mine == leader.timeline())) {
      draft.assume("The leader " + leader.name() + " still has the WAL since this node stopped.");
      return draft.end(
          Outcome.REPLICA,
          Contents.COMPLETE,
          "It will become a replica of " + leader.name() + " again: their histories agree.");
    }
    draft.need("Whether its history parted from that of " + leader.name() + ".");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        "Patroni will make it a replica of "
            + leader.name()
            + "; if its history parted from the leader's, that needs pg_rewind or a new copy.");
  }

  private Verdict restored(ClusterMember leader) {
    Fetch fetch = new Follower(at, draft, "Patroni will ").fetch();
    if (fetch.works()) {
      return draft.end(
          Outcome.REPLICA,
          Contents.COMPLETE,
          "It will become a replica of "
              + leader.name()
              + ": WAL comes from the archive and then from the leader.");
    }
    draft.need("Whether the leader " + leader.name() + " still has the WAL since the backup.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        "Patroni will start PostgreSQL as a standby of "
            + leader.name()
            + "; it can be read only if the leader still has all WAL since the backup, because "
            + fetch.why()
            + ".");
  }

  Verdict followRemote(ConfigNode standbyCluster) {
    draft.change(Changes.forStandby(at, false));
    draft.evidence(standbyCluster.keyLocation(), "this is a standby cluster");
    boolean host = standbyCluster.child("host").filter(ConfigNode::truthy).isPresent();
    Fetch fetch = new Follower(at, draft, "Patroni will ").fetch();
    if (fetch.works() || (host && !at.disk().restored())) {
      draft.assume("The remote cluster or its archive can be reached.");
      return draft.end(
          Outcome.REPLICA,
          Contents.COMPLETE,
          "It will become a standby leader, which follows the remote cluster.");
    }
    draft.need("Whether the remote cluster still has the WAL that this node needs.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        "Patroni will start PostgreSQL as a standby of the remote cluster; whether that still has"
            + " the WAL it needs cannot be told from the files.");
  }
}
