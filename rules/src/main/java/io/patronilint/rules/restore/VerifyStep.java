package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.PlanStep.Where;

import io.patronilint.rules.support.Patronictl;

/** The last step: collects what {@code restore verify} reads, and asks it. */
final class VerifyStep {

  private final Site site;

  VerifyStep(Site site) {
    this.site = site;
  }

  PlanStep step() {
    ToolCommands tool = ToolCommands.of(site);
    PlanStep.Builder step =
        PlanStep.named("verify", "See that it is complete", Where.FIRST)
            .why("It says what is left over, and whether WAL is archived again.")
            .run("mkdir -p after-restore")
            .run(
                Patronictl.of(site.node(), "list", "-f json")
                    + " > after-restore/patronictl-list.txt")
            .run(Patronictl.of(site.node(), "show-config", "") + " > after-restore/dynamic.yml")
            .run(
                "LANG=C "
                    + site.postgresql("pg_controldata")
                    + " "
                    + site.dataWord()
                    + " > after-restore/pg_controldata.txt")
            .run(
                Psql.command(site, "-Xxc", "select * from pg_stat_archiver")
                    + " > after-restore/pg_stat_archiver.txt");
    if (tool != null && tool.isPgBackRest()) {
      step.run(
          tool.program().prefix() + " info --output=json > after-restore/pgbackrest-info.json");
    }
    return step.run(
            PlanCommand.shows(
                "recovery is complete",
                "patroni-lint restore verify --dynamic-config after-restore/dynamic.yml --data-dir "
                    + site.dataWord()
                    + site.pgbackrestOption()
                    + " "
                    + Patronictl.configurationWord(site.node())
                    + " after-restore"))
        .note(
            "Remove "
                + site.dataWord()
                + Steps.ASIDE
                + " only when nobody will ask for it any more.")
        .step();
  }
}
