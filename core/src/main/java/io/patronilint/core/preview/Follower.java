package io.patronilint.core.preview;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.BackupLabel;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.WalFiles;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL started as a standby without a leader to stream from ({@code Postgresql.follow}), and
 * the race for the leader key that it then runs alone ({@code Ha.is_healthiest_node}).
 */
final class Follower {

  private static final String WAITS =
      "start PostgreSQL as a standby, which will wait for WAL that never comes";

  static final String NO_WAL =
      "pg_wal holds no WAL, as pgBackRest leaves it unless the backup was made with --archive-copy;"
          + " `ls -1p pg_wal > pg_wal.txt` in the data directory tells.";

  private final Situation at;
  private final Draft draft;
  private final String how;

  /** Whether crash recovery in single-user mode has written WAL of its own. */
  private boolean ownWal;

  private boolean signalsRemoved;

  Follower(Situation at, Draft draft, String how) {
    this.at = at;
    this.draft = draft;
    this.how = how;
  }

  Follower wroteWal() {
    ownWal = true;
    return signalsRemoved();
  }

  /** Crash recovery in single-user mode has removed the signal files. */
  Follower signalsRemoved() {
    signalsRemoved = true;
    return this;
  }

  /** The backup was restored by a replica creation method just before. */
  Verdict afterRestore(RestoreRun run) {
    if (run.bringsWal()) {
      return consistent(Contents.COMPLETE, "the backup brings its WAL along");
    }
    Fetch fetch = fetch();
    return fetch.works()
        ? consistent(Contents.COMPLETE, "PostgreSQL replays all WAL that the archive has")
        : waits(fetch.why());
  }

  /** A restored backup is in the data directory, with backup_label. */
  Verdict onRestoredBackup() {
    Fetch fetch = fetch();
    Optional<BackupLabel> label = at.disk().label();
    label.ifPresent(
        l ->
            draft.evidence(
                l.place(),
                "recovery has to start at "
                    + l.startFile()
                        .map(f -> "the WAL file " + f)
                        .orElse("the start of the backup")));
    if (label.isPresent() && label.get().startFile().isEmpty()) {
      draft.assume("backup_label is not complete; it is taken for that of a restored backup.");
    }
    if (fetch.works()) {
      return at.settings().restoreCommandGuessed() ? guessed() : replaysArchive();
    }
    Optional<WalFiles> wal = at.disk().wal();
    String start = label.flatMap(BackupLabel::startFile).orElse("");
    if (wal.isEmpty()) {
      return walUnknown(label, fetch);
    }
    boolean there = start.isEmpty() ? wal.get().anySegment() : wal.get().has(start);
    if (!there) {
      draft.evidence(at.disk().walPlace(), "pg_wal does not hold it");
      return waits(fetch.why());
    }
    draft.evidence(at.disk().walPlace(), "pg_wal holds it: the backup came with its own WAL");
    draft.loses(
        "Everything written after the end of the backup: the archive is not asked for its WAL.");
    return consistent(
        Contents.TRUNCATED,
        "PostgreSQL replays the WAL that came with the backup and, as "
            + fetch.why()
            + ", no more");
  }

  private Verdict walUnknown(Optional<BackupLabel> label, Fetch fetch) {
    if (label.filter(BackupLabel::byPgBackRest).isPresent()) {
      draft.assume(NO_WAL);
      return waits(fetch.why());
    }
    draft.need("What is in pg_wal: run `ls -1p pg_wal > pg_wal.txt` in the data directory.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        Wording.sentence(how)
            + "start PostgreSQL as a standby that can only use what is in pg_wal, because "
            + fetch.why()
            + "; it waits for ever if the WAL of the backup is not there, and comes up with less"
            + " than all data if it is.");
  }

  /** bootstrap.dcs is the dynamic configuration only of a cluster that is created with it. */
  private Verdict guessed() {
    draft.need(
        "The dynamic configuration: `patronictl show-config > dynamic.yml`. The restore_command in"
            + " bootstrap.dcs counts only if it stood there when the cluster was created.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        Wording.sentence(how)
            + "start PostgreSQL as a standby. Whether that gets WAL depends on the dynamic"
            + " configuration in the DCS, which is not at hand: bootstrap.dcs was only used when the"
            + " cluster was created.");
  }

  private Verdict replaysArchive() {
    List<Settings.Line> targets = at.settings().targetsWithoutEffect();
    if (targets.isEmpty()) {
      return consistent(Contents.COMPLETE, "PostgreSQL replays all WAL that the archive has");
    }
    Settings.Line target = targets.get(0);
    draft.evidence(
        target.location(), "the recovery target " + target.name() + " has no effect here");
    draft.loses(
        "The recovery target: what was to be undone after "
            + Wording.quoted(target.value())
            + " comes back.");
    return consistent(
        Contents.PAST_TARGET,
        "PostgreSQL replays all WAL that the archive has, beyond the target "
            + Wording.quoted(target.value())
            + ", which Patroni takes away");
  }

  /** PostgreSQL was recovering or a standby when it was stopped. */
  Verdict onInterruptedRecovery() {
    Fetch fetch = fetch();
    if (fetch.works()) {
      return at.settings().restoreCommandGuessed() ? guessed() : replaysArchive();
    }
    boolean inside = at.disk().control().filter(ControlData::insideBackup).isPresent();
    at.disk()
        .control()
        .ifPresent(
            c ->
                draft.evidence(
                    c.statePlace(),
                    inside
                        ? "recovery of a backup has begun and not reached its end"
                        : "PostgreSQL was in recovery when it was stopped"));
    if (inside) {
      return waits(fetch.why());
    }
    draft.need("How far the WAL in pg_wal reaches.");
    return draft.end(
        Outcome.UNKNOWN,
        Contents.UNKNOWN,
        Wording.sentence(how)
            + "start PostgreSQL as a standby that replays what is in pg_wal, because "
            + fetch.why()
            + "; whether that is enough cannot be told from the files.");
  }

  /** Whether WAL can be fetched, and if not why, as the end of a sentence. */
  Fetch fetch() {
    return WalSource.of(at, draft);
  }

  private Verdict waits(String why) {
    draft.loses("Nothing on disk, but the database cannot be used.");
    return draft.end(
        Outcome.WAITS_FOR_WAL,
        Contents.NONE,
        Wording.sentence(how) + WAITS + ", because " + why + ".");
  }

  /** PostgreSQL removes only the signal file that it acts on, which is standby.signal here. */
  private void leftover() {
    if (at.disk().signalFiles() && at.disk().has("recovery.signal")) {
      draft.advise(
          Steps.removeFile(
              at,
              "recovery.signal",
              "Remove recovery.signal first: it stays behind, and the first restart of the new"
                  + " primary would recover once more",
              true));
    }
  }

  /** PostgreSQL can be read; now it wants to become primary. */
  Verdict consistent(Contents contents, String why) {
    if (contents == Contents.COMPLETE && !signalsRemoved) {
      leftover();
    }
    Optional<Settings.Line> tag = at.settings().noFailover(at.does(Behaviour.FAILOVER_PRIORITY));
    if (tag.isPresent()) {
      draft.evidence(tag.get().location(), "this member may not become primary");
      return draft.end(
          Outcome.REPLICA,
          contents,
          Wording.sentence(how)
              + "start PostgreSQL as a standby, and it stays one, because of its tag "
              + tag.get().name()
              + "; "
              + why
              + ".");
    }
    if (at.dcsKept() && contents == Contents.TRUNCATED) {
      return lags(why);
    }
    Optional<ConfigNode> bad = at.dcsKept() ? Optional.empty() : at.settings().notJson();
    return bad.map(b -> NotJson.verdict(draft, b, contents))
        .orElseGet(
            () ->
                draft.end(
                    Outcome.PRIMARY,
                    contents,
                    Wording.sentence(how)
                        + "start PostgreSQL as a standby and promote it: "
                        + why
                        + "."));
  }

  /** The DCS remembers how far the old primary was ({@code Ha.is_lagging}). */
  private Verdict lags(String why) {
    String max =
        at.settings()
            .dynamic()
            .at("maximum_lag_on_failover")
            .flatMap(ConfigNode::text)
            .orElse("1048576");
    if (ownWal) {
      draft.need(
          "The position of the old primary that the DCS remembers (/status): it decides whether"
              + " this node is more than "
              + max
              + " bytes behind.");
      return draft.end(
          Outcome.UNKNOWN,
          Contents.TRUNCATED,
          Wording.sentence(how)
              + "start PostgreSQL as a standby and promote it unless the DCS remembers a position more than maximum_lag_on_failover"
              + " ahead; "
              + why
              + ".");
    }
    draft.assume(
        "The old primary wrote more than maximum_lag_on_failover ("
            + max
            + " bytes) of WAL since"
            + " the backup.");
    return draft.end(
        Outcome.REPLICA,
        Contents.TRUNCATED,
        Wording.sentence(how)
            + "start PostgreSQL as a standby and never promote it (\"following a different leader"
            + " because i am not the healthiest node\"), because the DCS remembers that the old"
            + " primary was further; "
            + why
            + ".");
  }
}
