package io.patronilint.rules.restore;

import java.util.List;

/**
 * A command of a plan, for a person to run; never run by us.
 *
 * @param text the command as a shell reads it
 * @param answers what to type, a line each, when it asks
 * @param expect what its output has to hold before the next step, perhaps only after a while; empty
 *     if it just has to succeed
 */
public record PlanCommand(String text, List<String> answers, String expect) {

  /** Copies the list. */
  public PlanCommand {
    answers = List.copyOf(answers);
  }

  static PlanCommand of(String text) {
    return new PlanCommand(text, List.of(), "");
  }

  /** A command whose output shows that something is so. */
  static PlanCommand shows(String expect, String text) {
    return new PlanCommand(text, List.of(), expect);
  }
}
