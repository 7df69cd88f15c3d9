package io.patronilint.rules.restore;

import io.patronilint.core.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a plan.
 *
 * @param id its name, the same in every plan
 * @param title what to do, imperative, without a final period
 * @param why what it is good for, in whole sentences
 * @param on on which members
 * @param user who runs the commands
 * @param changes what to change in files before the commands
 * @param commands the commands, in order
 * @param notes what else to know, one sentence or two each
 */
public record PlanStep(
    String id,
    String title,
    String why,
    Where on,
    User user,
    List<Patch.Change> changes,
    List<PlanCommand> commands,
    List<String> notes) {

  /** On which members a step is to be done. */
  public enum Where {
    /** The member that is restored. */
    FIRST,
    /** All other members. */
    OTHERS,
    /** Every member. */
    EVERY,
    /** Any one machine that has the configuration and reaches the DCS. */
    ANY
  }

  /** Who runs the commands. */
  public enum User {
    /** Who may start and stop services. */
    ROOT,
    /** Who owns the data directory. */
    POSTGRES
  }

  /** Copies the lists. */
  public PlanStep {
    changes = List.copyOf(changes);
    commands = List.copyOf(commands);
    notes = List.copyOf(notes);
  }

  static Builder named(String id, String title, Where on) {
    return new Builder(id, title, on);
  }

  /** Puts a step together. */
  static final class Builder {

    private final String id;
    private final String title;
    private final Where on;
    private String why = "";
    private User user = User.POSTGRES;
    private final List<Patch.Change> changes = new ArrayList<>();
    private final List<PlanCommand> commands = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String id, String title, Where on) {
      this.id = id;
      this.title = title;
      this.on = on;
    }

    Builder why(String text) {
      why = text;
      return this;
    }

    Builder asRoot() {
      user = User.ROOT;
      return this;
    }

    Builder changes(List<Patch.Change> more) {
      changes.addAll(more);
      return this;
    }

    Builder run(String command) {
      commands.add(PlanCommand.of(command));
      return this;
    }

    Builder run(PlanCommand command) {
      commands.add(command);
      return this;
    }

    Builder note(String text) {
      notes.add(text);
      return this;
    }

    PlanStep step() {
      return new PlanStep(id, title, why, on, user, changes, commands, notes);
    }
  }
}
