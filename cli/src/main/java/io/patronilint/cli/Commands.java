package io.patronilint.cli;

import java.util.List;
import java.util.Optional;

/** The list of all commands, in the order of the help. */
final class Commands {

  private Commands() {}

  static Optional<Command> find(String name) {
    return switch (name) {
      case "check" -> Optional.of(new CheckCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "rules" -> Optional.of(new RulesCommand());
      default -> Optional.empty();
    };
  }

  static List<String> names() {
    return List.of("check", "explain", "rules", "help");
  }
}
