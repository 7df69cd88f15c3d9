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
            .run(Patronictl.of(site.node(), "list", "-f json") + " > patronictl-list.txt")
            .run(Patronictl.of(site.node(), "show-config", "") + " > dynamic.yml")
            .run(
                "LANG=C "
                    + site.postgresql("pg_controldata")
                    + " "
                    + site.dataWord()
                    + " > pg_controldata.txt")
            .run(
                Psql.command(site, "-Xxc", "select * from pg_stat_archiver")
                    + " > pg_stat_archiver.txt");
    if (tool != null && tool.isPgBackRest()) {
      step.run(tool.program().prefix() + " info --output=json > pgbackrest-info.json");
    }
    return step.run(
            PlanCommand.shows(
                "complete",
                "patroni-lint restore verify --dynamic-config dynamic.yml --data-dir "
                    + site.dataWord()
                    + site.pgbackrestOption()
                    + " "
                    + Patronictl.configurationWord(site.node())))
        .note(
            "Remove "
                + site.dataWord()
                + Steps.ASIDE
                + " only when nobody will ask for it any more.")
        .step();
  }
}
