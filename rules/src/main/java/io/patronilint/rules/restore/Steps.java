package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.PlanStep.Where;

import io.patronilint.core.workspace.DcsState;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import java.util.List;

/** The steps that plans of both routes have in common. */
final class Steps {

  /** What the old data directory is called until the restore is done. */
  static final String ASIDE = ".before-restore";

  private final Site site;
  private final RestoreRequest request;

  Steps(Site site, RestoreRequest request) {
    this.site = site;
    this.request = request;
  }

  PlanStep backups() {
    PlanStep.Builder step =
        PlanStep.named("look-at-backups", "Look at the backups", Where.FIRST)
            .why(
                "There has to be a backup that ended before the target, and all WAL from its start"
                    + " on.");
    ToolCommands tool = ToolCommands.of(site);
    if (tool != null) {
      step.run(tool.list());
    }
    return step.step();
  }

  PlanStep stop() {
    PlanStep.Builder step =
        PlanStep.named("stop-patroni", "Stop Patroni on every member", Where.EVERY)
            .why(
                "Patroni stops PostgreSQL with it. A member that still runs would take the leader key,"
                    + " or archive into the repository that is read.")
            .asRoot()
            .run("systemctl stop " + ShellQuoting.word(request.service()))
            .note(
                "Do not use `patronictl pause` instead: Patroni would go on, and after the restore it"
                    + " would not start PostgreSQL.");
    if (request.onto() == RestoreRequest.Onto.NEW) {
      step.note("That means the old machines, too, where they can be reached.");
    }
    return step.step();
  }

  PlanStep aside() {
    String data = site.dataWord();
    String old =
        data.equals("PGDATA") ? "PGDATA" + ASIDE : ShellQuoting.word(site.dataDirectory() + ASIDE);
    PlanStep.Builder step =
        PlanStep.named("move-data-aside", "Move the data directory aside", Where.EVERY)
            .why(
                "The old files may be the only copy of what the archive does not have; they are"
                    + " kept until the restore is done.")
            .run("if [ -e " + data + " ]; then mv -T " + data + " " + old + "; fi")
            .run("mkdir -m 700 " + data)
            .note(
                "A data directory that is a mount point cannot be moved: move what is in it, hidden"
                    + " files too, to a folder beside it. Tablespaces outside it have to be moved, too.");
    if (request.target().isLatest()) {
      step.note(
          "Where there is no room for both: keep the directory on the other members, and let"
              + " `patronictl reinit` replace it in the end.");
    }
    return step.step();
  }

  PlanStep preview(boolean dcsKept) {
    String command =
        "patroni-lint preview --dcs "
            + (dcsKept ? "kept" : "wiped")
            + " --data-dir "
            + site.dataWord()
            + site.pgbackrestOption()
            + " "
            + Patronictl.configurationWord(site.node());
    return PlanStep.named("preview", "Ask what will happen", Where.FIRST)
        .why("Nothing has been started yet; this is the last moment to find a mistake.")
        .run(PlanCommand.shows("becomes primary", command))
        .step();
  }

  PlanStep start() {
    return PlanStep.named("start-first", "Start Patroni on this member alone", Where.FIRST)
        .why("The others must not take part before this one leads.")
        .asRoot()
        .run("systemctl start " + ShellQuoting.word(request.service()))
        .step();
  }

  PlanStep.Builder leads() {
    return PlanStep.named("wait-for-leader", "Wait until it leads", Where.FIRST)
        .why("Recovery replays all WAL since the backup, which may take hours.")
        .run(PlanCommand.shows("Leader", Patronictl.of(site.node(), "list", "")))
        .run(PlanCommand.shows("f", Psql.command(site, "-XAtc", "select pg_is_in_recovery()")));
  }

  PlanStep backup() {
    PlanStep.Builder step =
        PlanStep.named("take-backup", "Take a full backup on the new timeline", Where.FIRST)
            .why(
                "Until there is one, every replica made from a backup and the next restore start"
                    + " from the time before, and have to find their way to the new timeline.");
    ToolCommands tool = ToolCommands.of(site);
    if (tool != null) {
      step.run(tool.checkArchiving()).run(tool.backup());
      if (tool.isPgBackRest()) {
        step.note("With a repository host run `backup` there.");
      }
    }
    return step.step();
  }

  PlanStep others() {
    return PlanStep.named("start-others", "Start Patroni on the other members", Where.OTHERS)
        .why("Their data directories are empty, so Patroni makes them replicas of the new primary.")
        .asRoot()
        .run("systemctl start " + ShellQuoting.word(request.service()))
        .note(
            "A replica whose old data directory is still there: `"
                + Patronictl.of(site.node(), "reinit", "MEMBER --force")
                + "`.")
        .step();
  }

  boolean dcsKept() {
    return site.dcs() != DcsState.WIPED;
  }

  List<PlanStep> end() {
    return List.of(backup(), others(), new VerifyStep(site).step());
  }
}
