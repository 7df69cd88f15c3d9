package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.PlanStep.Where;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.MemberList;
import io.patronilint.rules.support.Patronictl;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest state, onto the same machines: a person restores the files, Patroni starts them as a
 * standby with the restore_command of {@code postgresql.recovery_conf}, and that becomes primary at
 * the end of the archive.
 */
final class InPlaceSteps {

  private final Site site;
  private final RestoreRequest request;
  private final Steps steps;

  InPlaceSteps(Site site, RestoreRequest request, Steps steps) {
    this.site = site;
    this.request = request;
    this.steps = steps;
  }

  List<PlanStep> list() {
    List<PlanStep> list = new ArrayList<>();
    list.add(steps.backups());
    list.add(steps.stop());
    if (steps.dcsKept() && mayBePaused()) {
      list.add(unpause());
    }
    list.add(steps.aside());
    list.add(new RestoreCommandStep(site).step());
    list.add(restore());
    list.add(steps.preview(steps.dcsKept()));
    list.add(steps.start());
    list.add(leads());
    list.addAll(steps.end());
    return list;
  }

  private boolean mayBePaused() {
    boolean listed = site.node().memberList().filter(MemberList::paused).isPresent();
    DynamicConfig dynamic = DynamicConfig.of(site.node());
    boolean known = dynamic.source() == DynamicConfig.Source.GIVEN;
    return listed || !known || dynamic.at("pause").filter(ConfigNode::truthy).isPresent();
  }

  private PlanStep unpause() {
    return PlanStep.named("end-pause", "Take the cluster out of maintenance mode", Where.ANY)
        .why(
            "While it is paused Patroni starts no PostgreSQL. `patronictl resume` needs a running"
                + " member; this needs the DCS only, and changes nothing if there is no pause.")
        .run(Patronictl.of(site.node(), "edit-config", "--force -s pause=null"))
        .step();
  }

  private PlanStep restore() {
    ToolCommands tool = ToolCommands.of(site);
    String data = site.dataWord();
    PlanStep.Builder step =
        PlanStep.named("restore-files", "Restore the files", Where.FIRST)
            .why("Only the files: PostgreSQL fetches the WAL when Patroni starts it.");
    if (tool == null) {
      step.note("Restore the latest backup to " + data + " without starting PostgreSQL.");
    } else {
      step.run(tool.restoreAsStandby(request.backup()));
    }
    step.run("rm -f " + data + "/recovery.signal " + data + "/recovery.conf");
    if (!steps.dcsKept()) {
      step.run(
              "if [ -e "
                  + data
                  + "/patroni.dynamic.json ]; then sed -i 's/\"pause\": *true/\"pause\":false/' "
                  + data
                  + "/patroni.dynamic.json; fi")
          .note(
              "With the DCS wiped, patroni.dynamic.json of the backup becomes the dynamic"
                  + " configuration, before bootstrap.dcs. Look at it.");
    }
    return step.note(
            "recovery.signal must not stay beside standby.signal: at a later restart the primary"
                + " would recover once more, onto yet another timeline.")
        .step();
  }

  private PlanStep leads() {
    PlanStep.Builder step =
        steps.leads().note("The log shows \"restored log file ... from archive\" as it goes on.");
    if (steps.dcsKept()) {
      step.note(
          "If the log says \"My wal position exceeds maximum replication lag\": the old primary had"
              + " written WAL that never reached the archive. Look for it in pg_wal of the old data"
              + " directory first; without it, stop Patroni, have the DCS forget the cluster ("
              + Patronictl.removeCluster(site.node())
              + ") and start again, which accepts the loss.");
    }
    return step.step();
  }
}
