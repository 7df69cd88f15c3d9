package io.patronilint.core.preview;

import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ClusterMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Filling an empty data directory of a member ({@code Bootstrap.create_replica}). */
final class ReplicaCreation {

  private static final Set<String> POPPED = Set.of("no_params", "no_leader", "keep_data");

  private final Situation at;
  private final Draft draft;

  ReplicaCreation(Situation at, Draft draft) {
    this.at = at;
    this.draft = draft;
  }

  /** Copies from the leader, by the first method that works. */
  Verdict from(ClusterMember leader) {
    List<ReplicaMethod> listed = methods("postgresql");
    if (listed.isEmpty()) {
      return replica("pg_basebackup copies the leader " + leader.name());
    }
    for (ReplicaMethod method : listed) {
      if (method.name().equals("basebackup")) {
        return replica("pg_basebackup copies the leader " + leader.name());
      }
      RestoreRun run = run(method);
      if (run.failure() != null) {
        skipped(method, run.failure());
        continue;
      }
      draft.evidence(method.listed().location(), "the first method that works is " + method.name());
      return restored(method, run, leader);
    }
    return fails();
  }

  private Verdict restored(ReplicaMethod method, RestoreRun run, ClusterMember leader) {
    Optional<Settings.Line> command = at.settings().restoreCommand();
    if (run.bringsWal() || fetches(command)) {
      return replica(
          method.name() + " restores the backup, and WAL comes from the archive and the leader");
    }
    draft.need("Whether the leader " + leader.name() + " still has the WAL since the backup.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        "Patroni will restore a backup with "
            + method.name()
            + " and stream from "
            + leader.name()
            + ". No restore_command is set, so this works only while the leader still has all WAL"
            + " since the backup; otherwise the replica will wait for WAL for ever.");
  }

  /** Copies from the remote cluster that a standby cluster follows. */
  Verdict fromRemote(ConfigNode standbyCluster) {
    draft.evidence(standbyCluster.keyLocation(), "this is a standby cluster");
    boolean host = standbyCluster.child("host").filter(ConfigNode::truthy).isPresent();
    List<ReplicaMethod> methods = methods("standby_cluster");
    boolean anyListed = !methods.isEmpty();
    for (ReplicaMethod method : methods) {
      RestoreRun run = run(method);
      if (method.name().equals("basebackup") ? host : run.failure() == null) {
        draft.assume("The remote cluster can be reached.");
        return replica("it is created by " + method.name() + " and follows the remote cluster");
      }
    }
    if (!anyListed && host) {
      draft.assume("The remote cluster can be reached.");
      return replica("pg_basebackup copies the remote cluster, which it then follows");
    }
    return draft.end(
        Outcome.EXITS,
        Contents.NONE,
        "Patroni will give up and exit (\"Failed to bootstrap cluster\"), because there is no"
            + " method that copies the remote cluster"
            + (host ? "" : " without standby_cluster.host")
            + ".");
  }

  /** Uses a method that needs no leader; empty if there is none. */
  Optional<Verdict> withoutLeader() {
    List<ReplicaMethod> able =
        methods("postgresql").stream()
            .filter(m -> !m.name().equals("basebackup") && worksAlone(m))
            .toList();
    if (able.isEmpty()) {
      return Optional.empty();
    }
    for (ReplicaMethod method : able) {
      RestoreRun run = run(method);
      if (run.failure() != null) {
        skipped(method, run.failure());
        continue;
      }
      method
          .option("no_leader")
          .or(() -> method.option("no_master"))
          .ifPresent(n -> draft.evidence(n.location(), "the method works without a leader"));
      return Optional.of(aloneWith(method, run));
    }
    return Optional.of(fails());
  }

  private Verdict aloneWith(ReplicaMethod method, RestoreRun run) {
    if (!run.known()) {
      draft.need("What the command leaves in the data directory: it is no backup tool we know.");
      return draft.end(
          Outcome.UNKNOWN,
          Contents.UNKNOWN,
          "Patroni will fill the data directory with the method "
              + method.name()
              + "; what becomes of the node depends on what that leaves.");
    }
    draft.assume("The command of " + method.name() + " succeeds.");
    String how = "Patroni will restore the backup with the method " + method.name() + " and ";
    return new Follower(at, draft, how).afterRestore(run);
  }

  private boolean worksAlone(ReplicaMethod method) {
    boolean leader =
        at.does(Behaviour.NO_LEADER)
            && method.option("no_leader").filter(ConfigNode::truthy).isPresent();
    boolean master =
        at.does(Behaviour.NO_MASTER)
            && method.option("no_master").filter(ConfigNode::truthy).isPresent();
    return leader || master;
  }

  /** Returns the methods in order; without any it is basebackup. */
  private List<ReplicaMethod> methods(String section) {
    List<ConfigNode> listed = new ArrayList<>();
    if (section.equals("standby_cluster")) {
      at.settings()
          .dynamic()
          .at("standby_cluster", "create_replica_methods")
          .ifPresent(l -> listed.addAll(l.children()));
    } else {
      for (String key : List.of("create_replica_methods", "create_replica_method")) {
        Optional<ConfigNode> list =
            at.node()
                .local()
                .at("postgresql", key)
                .or(() -> at.settings().dynamic().at("postgresql", key));
        if (listed.isEmpty()) {
          list.ifPresent(l -> listed.addAll(l.children()));
        }
      }
    }
    return listed.stream().map(this::method).toList();
  }

  private ReplicaMethod method(ConfigNode listed) {
    String name = listed.text().orElse("");
    ConfigNode section =
        at.node()
            .local()
            .at("postgresql", name)
            .or(() -> at.settings().dynamic().at("postgresql", name))
            .orElse(null);
    return new ReplicaMethod(listed, name, section);
  }

  private RestoreRun run(ReplicaMethod method) {
    List<String> options = new ArrayList<>();
    ConfigNode section = method.section();
    boolean bare = method.option("no_params").filter(ConfigNode::truthy).isPresent();
    if (section != null) {
      for (ConfigNode child : section.children()) {
        boolean popped = child.key().equals("command") || (bare && POPPED.contains(child.key()));
        if (!popped) {
          options.add("--" + child.key() + "=" + CustomBootstrap.python(child));
        }
      }
    }
    if (!bare) {
      options.add("--scope=" + at.node().local().at("scope").flatMap(ConfigNode::text).orElse(""));
    }
    return RestoreRun.of(method.command(), options, at.node().pgbackrest());
  }

  private boolean fetches(Optional<Settings.Line> command) {
    return command.filter(c -> Fetch.of(c.value(), at.node().pgbackrest()).works()).isPresent();
  }

  private void skipped(ReplicaMethod method, String why) {
    draft.evidence(method.listed().location(), "the method " + method.name() + " fails: " + why);
  }

  private Verdict replica(String why) {
    return draft.end(Outcome.REPLICA, Contents.COMPLETE, "It will become a replica: " + why + ".");
  }

  private Verdict fails() {
    return draft.end(
        Outcome.BROKEN_LOOP,
        Contents.NONE,
        "Patroni will try again in every loop and fail (\"failed to bootstrap\"), because no"
            + " replica creation method works.");
  }
}
