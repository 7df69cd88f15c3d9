package io.patronilint.core.preview;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.BackupLabel;
import io.patronilint.core.observed.ClusterMember;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Patroni does with a data directory that is not empty ({@code Ha.recover}). */
final class ExistingDirectory {

  private static final List<String> CRASHED =
      List.of("in production", "shutting down", "in crash recovery");

  private final Situation at;
  private final Draft draft;
  private final Disk disk;

  ExistingDirectory(Situation at) {
    this.at = at;
    this.draft = new Draft(at.node());
    this.disk = at.disk();
  }

  Verdict start() {
    Verdict refused = refused();
    if (refused != null) {
      return refused;
    }
    assumptions();
    BootstrapMethod.of(at.node())
        .filter(BootstrapMethod::runs)
        .ifPresent(
            m ->
                draft.background(
                    m.method().location(), "this does not run: the data directory is not empty"));
    Optional<Verdict> unfit = OtherVersion.of(at, draft);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<ClusterMember> leader = at.leader();
    if (leader.isPresent()) {
      return new Rejoin(at, draft).follow(leader.get());
    }
    Optional<ConfigNode> standby = at.settings().standbyCluster();
    if (standby.isPresent()) {
      return new Rejoin(at, draft).followRemote(standby.get());
    }
    List<ClusterMember> others =
        at.members() == null || !at.dcsKept()
            ? List.of()
            : at.members().othersRunning(at.node().name());
    Verdict alone = alone();
    return others.isEmpty() || alone.outcome() != Outcome.PRIMARY
        ? alone
        : raced(others.get(0), alone);
  }

  private void assumptions() {
    if (disk.has("postmaster.pid")) {
      draft.assume(
          "postmaster.pid is there, and PostgreSQL is taken for stopped all the same. If it runs,"
              + " Patroni takes it over as it is.");
    }
    at.settings()
        .dynamic()
        .at("synchronous_mode")
        .filter(n -> at.dcsKept() && Settings.on(n))
        .ifPresent(
            n -> draft.assume("The DCS names this node or nobody in /sync (synchronous_mode)."));
    at.node()
        .local()
        .at("watchdog", "mode")
        .flatMap(ConfigNode::text)
        .filter("required"::equals)
        .ifPresent(mode -> draft.assume("The watchdog device can be used."));
  }

  /** Another running member may be ahead and win. */
  private Verdict raced(ClusterMember other, Verdict alone) {
    draft.evidence(other.location(), other.name() + " runs, too");
    draft.need("How far " + other.name() + " is: the member that is ahead becomes primary.");
    return draft.end(
        Outcome.UNKNOWN,
        alone.contents() == Contents.COMPLETE ? Contents.UNKNOWN : alone.contents(),
        "Patroni will start PostgreSQL as a standby; this node or "
            + other.name()
            + " becomes primary, whichever has more WAL.");
  }

  private @Nullable Verdict refused() {
    Optional<SourceFile> damaged = disk.file("pg_control").filter(f -> !f.problems().isEmpty());
    if (damaged.isPresent()) {
      draft.evidence(Location.of(damaged.get()), damaged.get().problems().get(0).message());
      draft.need("A data directory whose restore or copy went to its end.");
      return draft.end(
          Outcome.UNKNOWN,
          Contents.NONE,
          "PostgreSQL will not start on this data directory, because its control file is damaged.");
    }
    Optional<Location> pause = at.pause();
    Optional<String> dcs =
        at.members() == null || !at.dcsKept() ? Optional.empty() : at.members().systemIdentifier();
    Optional<ControlData> control = disk.control();
    Optional<String> own = control.flatMap(ControlData::systemIdentifier);
    boolean differs = dcs.isPresent() && own.isPresent() && !dcs.get().equals(own.get());
    if (differs && pause.isEmpty() && at.members() != null && control.isPresent()) {
      draft.evidence(at.members().place(), "the DCS holds the system identifier " + dcs.get());
      draft.evidence(control.get().systemIdentifierPlace(), "the data directory has " + own.get());
      return draft.end(
          Outcome.EXITS,
          Contents.NONE,
          "Patroni will exit at once (\"system ID mismatch, node "
              + at.node().name()
              + " belongs to a different cluster\"), because this data directory is not one of this"
              + " cluster.");
    }
    if (pause.isPresent()) {
      draft.evidence(pause.get(), "the cluster is in maintenance mode");
      draft.advise(Steps.resume(at.node()));
      draft.assume("PostgreSQL does not run now.");
      return draft.end(
          Outcome.PAUSED,
          Contents.NONE,
          "Patroni will not start PostgreSQL (\"postgres is not running\"), because the cluster is"
              + " in maintenance mode.");
    }
    return null;
  }

  private Verdict alone() {
    String state = disk.state().orElse("");
    boolean repairs = CRASHED.contains(state) && !spared();
    draft.change(Changes.forStandby(at, repairs));
    if (repairs) {
      return singleUser(state);
    }
    if (disk.signalFiles() && disk.has("recovery.conf")) {
      return recoveryConf();
    }
    if (disk.restored()) {
      return new Follower(at, draft, "Patroni will ").onRestoredBackup();
    }
    return switch (state) {
      case "shut down" -> stopped();
      case "shut down in recovery", "in archive recovery" ->
          new Follower(at, draft, "Patroni will ").onInterruptedRecovery();
      default -> stateUnknown();
    };
  }

  private boolean spared() {
    boolean since15 = disk.postgresql() == 0 || disk.postgresql() >= 15;
    return disk.restored() && since15 && at.does(Behaviour.SPARES_RESTORED_BACKUP);
  }

  private Verdict recoveryConf() {
    draft.evidence(disk.place("recovery.conf"), "PostgreSQL 12 and newer refuse to start with it");
    draft.advise(Steps.removeFile(at, "recovery.conf", "Take recovery.conf away", false));
    return draft.end(
        Outcome.BROKEN_LOOP,
        Contents.NONE,
        "PostgreSQL will not start (\"using recovery command file \"recovery.conf\" is not"
            + " supported\"), because there is a recovery.conf in the data directory; Patroni tries"
            + " again in every loop.");
  }

  /** Crash recovery in single-user mode ({@code Rewind.ensure_clean_shutdown}). */
  private Verdict singleUser(String state) {
    disk.control()
        .ifPresent(
            c ->
                draft.background(
                    c.statePlace(),
                    "the state is \""
                        + state
                        + "\", so Patroni "
                        + at.patroni()
                        + " first runs crash recovery in single-user mode, which removes the"
                        + " signal files"));
    String how = "Patroni will run crash recovery in single-user mode and then ";
    if (!disk.restored()) {
      return crashed(how);
    }
    String start = disk.label().flatMap(l -> l.startFile()).orElse("");
    if (disk.wal().isEmpty() && WalSource.of(at, draft).works()) {
      if (disk.label().filter(BackupLabel::byPgBackRest).isEmpty()) {
        return walUnknown();
      }
      draft.assume(Follower.NO_WAL);
    }
    boolean there = disk.wal().filter(w -> w.has(start)).isPresent();
    if (!there) {
      return new Follower(
              at, draft, "Patroni will fail with crash recovery in single-user mode and then ")
          .signalsRemoved()
          .onRestoredBackup();
    }
    Follower follower = new Follower(at, draft, how).wroteWal();
    if (!follower.fetch().works()) {
      return follower.onRestoredBackup();
    }
    draft.evidence(
        disk.walPlace(), "pg_wal holds the WAL of the backup, to which crash recovery appends");
    return draft.end(
        Outcome.BROKEN_LOOP,
        Contents.NONE,
        "PostgreSQL will not start (\"could not locate a valid checkpoint record\"), because"
            + " Patroni "
            + at.patroni()
            + " first runs crash recovery in single-user mode on the WAL that came with the"
            + " backup, and then the archive's files of the same name are used, which do not have"
            + " the checkpoint that it wrote.");
  }

  private Verdict walUnknown() {
    draft.need("What is in pg_wal: run `ls -1p pg_wal > pg_wal.txt` in the data directory.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        "Patroni "
            + at.patroni()
            + " will first run crash recovery in single-user mode. If the backup came without WAL in"
            + " pg_wal, that fails without harm, and PostgreSQL then replays all WAL that the archive"
            + " has; if it came with WAL (--archive-copy), PostgreSQL will not start afterwards.");
  }

  /** A server that was not stopped: PostgreSQL repairs it with its own WAL. */
  private Verdict crashed(String how) {
    Optional<String> redo = disk.control().flatMap(ControlData::redoWalFile);
    boolean missing = redo.isPresent() && disk.wal().filter(w -> !w.has(redo.get())).isPresent();
    Follower follower = new Follower(at, draft, how).signalsRemoved();
    if (!missing) {
      if (disk.wal().isEmpty()) {
        draft.assume("pg_wal still holds the WAL since the last checkpoint.");
      }
      return follower.consistent(
          Contents.COMPLETE, "PostgreSQL recovers from the crash with the WAL in pg_wal");
    }
    disk.control()
        .ifPresent(
            c ->
                draft.evidence(
                    c.redoPlace(),
                    "recovery starts in " + redo.get() + ", which is not in pg_wal"));
    Fetch fetch = follower.fetch();
    if (fetch.works()) {
      return follower.consistent(
          Contents.COMPLETE, "PostgreSQL replays all WAL that the archive has");
    }
    return draft.end(
        Outcome.WAITS_FOR_WAL,
        Contents.NONE,
        "PostgreSQL will wait for WAL that never comes, because the WAL file with its last"
            + " checkpoint is not in pg_wal and "
            + fetch.why()
            + ".");
  }

  /** A primary that was stopped cleanly, or a restored one that was promoted by hand. */
  private Verdict stopped() {
    disk.control().ifPresent(c -> draft.evidence(c.statePlace(), "PostgreSQL was stopped cleanly"));
    List<Settings.Line> targets =
        at.settings().strippedFromAutoConf().stream()
            .filter(w -> RecoveryParameters.targets().contains(w.name()))
            .toList();
    Follower follower = new Follower(at, draft, "Patroni will ");
    // Patroni would have stripped them: nobody but PostgreSQL has recovered this directory.
    if (targets.isEmpty() || !at.dcsKept()) {
      return follower.consistent(Contents.COMPLETE, "it was stopped cleanly and has all its WAL");
    }
    draft.evidence(
        targets.get(0).location(), "it was recovered by hand up to " + targets.get(0).name());
    draft.advise(
        Steps.removeCluster(
            at.node(), "Make the DCS forget the old position: the node then becomes primary"));
    draft.need(
        "The position of the old primary that the DCS remembers (/status), and whether it is more"
            + " than maximum_lag_on_failover ahead of this node.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.COMPLETE,
        "Patroni will start PostgreSQL as a standby. It becomes primary if the position that the"
            + " DCS remembers of the old primary is at most maximum_lag_on_failover ahead; else it"
            + " never does (\"My wal position exceeds maximum replication lag\").");
  }

  private Verdict stateUnknown() {
    draft.need(
        "The state of the data directory: run `pg_controldata PGDATA > PGDATA/pg_controldata.txt`"
            + " with LANG=C.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        "Patroni will start PostgreSQL as a standby and promote it if it gets all WAL it needs;"
            + " whether it does depends on the state of the data directory, which no file shows.");
  }
}
