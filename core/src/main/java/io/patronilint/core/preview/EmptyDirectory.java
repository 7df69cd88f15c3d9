package io.patronilint.core.preview;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ClusterMember;
import java.util.Optional;

/** What Patroni does on an empty data directory ({@code Ha.bootstrap}). */
final class EmptyDirectory {

  private final Situation at;
  private final Draft draft;

  EmptyDirectory(Situation at) {
    this.at = at;
    this.draft = new Draft(at.node());
  }

  Verdict start() {
    if (!at.disk().given()) {
      draft.assume(
          "No data directory is among the files, so it is taken for empty; give it with"
              + " --data-dir if it is not.");
    }
    Optional<Location> pause = at.pause();
    if (pause.isPresent() && at.does(Behaviour.PAUSE_HOLDS_BOOTSTRAP)) {
      draft.evidence(pause.get(), "the cluster is in maintenance mode");
      draft.advise(Steps.resume(at.node()));
      return draft.end(
          Outcome.PAUSED,
          Contents.NONE,
          "Patroni does nothing with an empty data directory while the cluster is in maintenance"
              + " mode (\"running with empty data directory\").");
    }
    Optional<ClusterMember> leader = at.leader();
    if (leader.isPresent()) {
      draft.evidence(leader.get().location(), leader.get().name() + " leads the cluster");
      return new ReplicaCreation(at, draft).from(leader.get());
    }
    Optional<ConfigNode> standby = at.settings().standbyCluster();
    Optional<Settings.Line> nofailover =
        at.settings().noFailover(at.does(Behaviour.FAILOVER_PRIORITY));
    boolean mayBootstrap = nofailover.isEmpty() && at.settings().bootstrap().isPresent();
    if (!at.dcsKept() && mayBootstrap) {
      return standby.isPresent()
          ? new ReplicaCreation(at, draft).fromRemote(standby.get())
          : bootstrap();
    }
    return new ReplicaCreation(at, draft)
        .withoutLeader()
        .orElseGet(() -> waits(nofailover, mayBootstrap));
  }

  private Verdict waits(Optional<Settings.Line> nofailover, boolean mayBootstrap) {
    BootstrapMethod.of(at.node())
        .ifPresent(
            m ->
                draft.evidence(
                    m.method().location(),
                    "bootstrap.method "
                        + m.name()
                        + " does not run"
                        + (at.dcsKept() ? " while the DCS still knows the cluster" : "")));
    if (at.dcsKept()) {
      draft.advise(
          Steps.removeCluster(
              at.node(),
              BootstrapMethod.of(at.node()).filter(BootstrapMethod::runs).isPresent()
                  ? "Make the DCS forget the cluster, so that bootstrap.method runs"
                  : "Make the DCS forget the cluster, after adding a bootstrap.method that restores"
                      + " it (without one Patroni creates an empty cluster)"));
      return draft.end(
          Outcome.WAITS_FOR_LEADER,
          Contents.NONE,
          "Patroni will wait for a leader to bootstrap from (\"waiting for leader to bootstrap\"),"
              + " because the DCS still holds the key initialize of this cluster, nobody leads it,"
              + " and no replica creation method works without a leader.");
    }
    nofailover.ifPresent(n -> draft.evidence(n.location(), "this member may not become primary"));
    return draft.end(
        Outcome.WAITS_FOR_LEADER,
        Contents.NONE,
        "Patroni will wait for a leader to bootstrap from, because "
            + (mayBootstrap || nofailover.isPresent()
                ? "this member may not become primary"
                : "its configuration has no bootstrap section")
            + ".");
  }

  private Verdict bootstrap() {
    Optional<BootstrapMethod> method = BootstrapMethod.of(at.node());
    if (method.isPresent() && brokenSection(method.get())) {
      draft.evidence(method.get().method().location(), "this method is to be run");
      return draft.end(
          Outcome.EXITS,
          Contents.NONE,
          "Patroni gives up, because bootstrap."
              + method.get().name()
              + " cannot hold a command: it has to be a mapping.");
    }
    if (method.isPresent() && method.get().runs()) {
      return new CustomBootstrap(at, draft, method.get()).start();
    }
    method.ifPresent(this::fallsBack);
    Optional<ConfigNode> bad = at.settings().notJson();
    draft.loses("All data stays in the backup: the new database is empty.");
    if (bad.isPresent()) {
      return NotJson.verdict(draft, bad.get(), Contents.EMPTY);
    }
    String why =
        method
            .map(
                m ->
                    "bootstrap."
                        + m.name()
                        + (m.section() == null ? " does not exist" : " has no command")
                        + ", and Patroni then runs initdb without a warning")
            .orElse("the DCS does not know the cluster and no bootstrap.method is set");
    return draft.end(
        Outcome.EMPTY_CLUSTER,
        Contents.EMPTY,
        "Patroni will initialise a new, empty database with initdb and make it the primary,"
            + " because "
            + why
            + ".");
  }

  /** {@code 'command' in None} raises TypeError; in a string or list it is just false. */
  private static boolean brokenSection(BootstrapMethod method) {
    ConfigNode section = method.section();
    return section != null
        && section.isScalar()
        && (!section.isString() || section.text().filter(t -> t.contains("command")).isPresent());
  }

  private void fallsBack(BootstrapMethod method) {
    draft.evidence(method.method().location(), "bootstrap.method names " + method.name());
    Location place =
        method.section() == null
            ? at.settings().bootstrap().map(ConfigNode::keyLocation).orElse(null)
            : method.section().keyLocation();
    draft.evidence(
        place,
        method.section() == null
            ? "there is no section of that name"
            : "the section has no command");
  }
}
