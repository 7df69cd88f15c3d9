package io.patronilint.cli.output;

import io.patronilint.core.patch.Patch;
import io.patronilint.rules.restore.PlanCommand;
import io.patronilint.rules.restore.PlanStep;
import io.patronilint.rules.restore.RestorePlan;
import io.patronilint.rules.restore.RestoreRequest;
import java.io.PrintStream;
import java.util.List;

/** Restore plans for people: numbered steps with commands to copy. */
public final class RestorePlanText {

  private static final String INDENT = "   ";

  private final Look look;

  /** Prints the way {@code look} says. */
  public RestorePlanText(Look look) {
    this.look = look;
  }

  /** Prints {@code plans}. */
  public void write(List<RestorePlan> plans, PrintStream out) {
    boolean first = true;
    for (RestorePlan plan : plans) {
      out.append(first ? "" : "\n").append(of(plan));
      first = false;
    }
  }

  private String of(RestorePlan plan) {
    Page page = new Page(look);
    page.append(look.style().bold(page.clean(title(plan)))).append('\n');
    page.paragraph(route(plan), "  ", "  ");
    page.bullets("To be settled first", plan.open());
    int number = 0;
    for (PlanStep step : plan.steps()) {
      number++;
      page.heading(number + ". " + page.clean(step.title()));
      step(page, step, plan);
    }
    return page.toString();
  }

  private static String title(RestorePlan plan) {
    RestoreRequest request = plan.request();
    String tool = plan.tool().isEmpty() ? "" : " with " + plan.tool();
    String filed = plan.repository().isEmpty() ? "" : " (" + plan.repository() + ")";
    return "Restore of "
        + (plan.cluster().isEmpty() ? "the cluster" : plan.cluster())
        + " to "
        + request.target().words()
        + ", onto "
        + (request.onto() == RestoreRequest.Onto.SAME ? "the same machines" : "new machines")
        + tool
        + filed;
  }

  private static String route(RestorePlan plan) {
    String others = plan.others().isEmpty() ? "" : ", then " + String.join(", ", plan.others());
    return plan.member()
        + " comes first"
        + others
        + ". "
        + (plan.route() == RestorePlan.Route.IN_PLACE
            ? "The files are restored by hand; Patroni recovers and promotes."
            : "Patroni restores, recovers and promotes by itself (custom bootstrap).");
  }

  private void step(Page page, PlanStep step, RestorePlan plan) {
    page.paragraph(step.why(), INDENT, INDENT);
    if (!step.changes().isEmpty()) {
      page.append(INDENT).append("change:\n");
      for (Patch.Change change : step.changes()) {
        page.diff(change, INDENT + "  ");
      }
    }
    if (!step.commands().isEmpty()) {
      page.append(INDENT).append(page.clean(where(step, plan))).append(":\n");
    }
    for (PlanCommand command : step.commands()) {
      page.command(command.text(), INDENT + "  ");
      if (!command.answers().isEmpty()) {
        page.paragraph(
            "it asks; type: " + String.join(" / ", command.answers()),
            INDENT + "    # ",
            INDENT + "    # ");
      }
      if (!command.expect().isEmpty()) {
        page.append(INDENT).append("    # until it shows: ").append(command.expect()).append("\n");
      }
    }
    step.notes().forEach(note -> page.paragraph(note, INDENT + "- ", INDENT + "  "));
  }

  private static String where(PlanStep step, RestorePlan plan) {
    String where =
        switch (step.on()) {
          case FIRST -> "on " + plan.member();
          case OTHERS ->
              plan.others().isEmpty()
                  ? "on every other member"
                  : "on " + String.join(", ", plan.others());
          case EVERY -> "on every member";
          case ANY -> "on one of the members";
        };
    return where
        + (step.user() == PlanStep.User.ROOT ? ", as root" : ", as the user of PostgreSQL");
  }
}
