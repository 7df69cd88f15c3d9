package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.PlanStep.Where;

import io.patronilint.core.patch.Patch;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.RestoreTool;
import java.util.ArrayList;
import java.util.List;

/**
 * A point in time, or new machines: Patroni restores by a custom bootstrap method, which is the
 * only way in which it obeys a recovery target.
 */
final class BootstrapSteps {

  private static final String SAVED = "dynamic-before-restore.yml";

  private final Site site;
  private final RestoreRequest request;
  private final Steps steps;
  private final BootstrapChange change;

  BootstrapSteps(Site site, RestoreRequest request, Steps steps, OpenItems open) {
    this.site = site;
    this.request = request;
    this.steps = steps;
    this.change = BootstrapChange.of(site, request, open);
  }

  List<PlanStep> list() {
    boolean fresh = request.onto() == RestoreRequest.Onto.NEW;
    List<PlanStep> list = new ArrayList<>();
    list.add(steps.backups());
    if (steps.dcsKept()) {
      list.add(save());
    }
    list.add(steps.stop());
    list.add(fresh ? emptyDirectory() : steps.aside());
    list.add(configure());
    if (steps.dcsKept()) {
      list.add(forget());
    }
    if (site.program() != null && site.program().tool() != RestoreTool.BARMAN) {
      list.add(steps.preview(false));
    }
    list.add(steps.start());
    list.add(leads());
    if (steps.dcsKept()) {
      list.add(bringBack());
    }
    if (!change.changes().isEmpty()) {
      list.add(cleanUp());
    }
    list.addAll(steps.end());
    return list;
  }

  private PlanStep save() {
    return PlanStep.named("save-dynamic-configuration", "Save the dynamic configuration", Where.ANY)
        .why("The DCS is going to forget it, and the new cluster starts with bootstrap.dcs.")
        .run(Patronictl.of(site.node(), "show-config", "") + " > " + SAVED)
        .step();
  }

  private PlanStep emptyDirectory() {
    return PlanStep.named("prepare-machines", "Prepare the machines", Where.EVERY)
        .why(
            "The same major version of PostgreSQL, the backup tool with access to the repository,"
                + " and this configuration have to be there; the data directory has to be empty.")
        .run("mkdir -p -m 700 " + site.dataWord())
        .run(PlanCommand.of("[ -z \"$(ls -A " + site.dataWord() + ")\" ]"))
        .note(
            "Where the old cluster may come back, give the new one a repository or stanza of its"
                + " own to archive into, or the two spoil each other's archive.")
        .step();
  }

  private PlanStep configure() {
    PlanStep.Builder step =
        PlanStep.named("set-bootstrap-method", "Have Patroni restore", Where.FIRST)
            .why(
                "Patroni obeys a recovery target only in a custom bootstrap; a data directory that"
                    + " is there already is always replayed to the end.")
            .changes(change.changes());
    if (change.none()) {
      step.note(site.node().name() + " has a bootstrap method that does so already.");
    }
    change.byHand().forEach(step::note);
    return step.step();
  }

  private PlanStep forget() {
    PlanCommand command =
        new PlanCommand(
            Patronictl.removeCluster(site.node()),
            List.of(site.scope().isEmpty() ? "SCOPE" : site.scope(), "Yes I am aware"),
            "");
    return PlanStep.named("forget-cluster", "Have the DCS forget the cluster", Where.ANY)
        .why("A bootstrap runs only if the DCS does not know the cluster.")
        .run(command)
        .note(
            "If it also asks for the leader, a member still runs or has just been stopped: go back"
                + " and see that all are stopped.")
        .step();
  }

  private PlanStep leads() {
    return steps
        .leads()
        .note("The log shows \"Running custom bootstrap script\".")
        .note(
            request.target().isLatest()
                ? "Look at the data before applications may connect."
                : "Look at the data now. If the target was wrong, stop Patroni, empty the data"
                    + " directory, have the DCS forget the cluster and start again with another"
                    + " one: nothing has been overwritten.")
        .step();
  }

  private PlanStep bringBack() {
    return PlanStep.named(
            "restore-dynamic-configuration", "Bring the dynamic configuration back", Where.ANY)
        .why("The new cluster has what bootstrap.dcs says.")
        .run(Patronictl.of(site.node(), "edit-config", "--force --replace " + SAVED))
        .note("If the file says pause: true, take that out before.")
        .note("`patronictl list` shows with \"Pending restart\" what needs a restart.")
        .step();
  }

  private PlanStep cleanUp() {
    List<Patch.Change> back =
        change.changes().stream()
            .map(c -> new Patch.Change(c.path(), c.after(), c.before()))
            .toList();
    return PlanStep.named(
            "remove-bootstrap-method", "Take the bootstrap method out again", Where.FIRST)
        .why(
            "A target that is left over would take the cluster back to that moment at the next loss"
                + " of the DCS.")
        .changes(back)
        .step();
  }
}
