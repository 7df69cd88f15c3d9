package io.patronilint.cli;

import io.patronilint.core.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The list of all commands, in the order of the help. */
final class Commands {

  private final Supplier<List<Rule>> rules;

  Commands(Supplier<List<Rule>> rules) {
    this.rules = rules;
  }

  Optional<Command> find(String name) {
    return switch (name) {
      case "check" -> Optional.of(new CheckCommand(rules));
      case "fix" -> Optional.of(new FixCommand(rules));
      case "effective" -> Optional.of(new EffectiveCommand());
      case "preview" -> Optional.of(new PreviewCommand(rules));
      case "restore plan" -> Optional.of(new RestorePlanCommand());
      case "restore verify" -> Optional.of(new RestoreVerifyCommand());
      case "restore init" -> Optional.of(new RestoreInitCommand());
      case "explain" -> Optional.of(new ExplainCommand(rules));
      case "rules" -> Optional.of(new RulesCommand(rules));
      default -> Optional.empty();
    };
  }

  static List<String> names() {
    return List.of(
        "check",
        "fix",
        "effective",
        "preview",
        "restore plan",
        "restore verify",
        "restore init",
        "explain",
        "rules",
        "help");
  }

  /**
   * Returns the name of the command that {@code words} start with: one word, or two behind {@code
   * restore}.
   */
  static String name(List<String> words) {
    return isGroup(words.get(0)) && words.size() > 1
        ? words.get(0) + " " + words.get(1)
        : words.get(0);
  }

  /** Tells whether {@code word} chooses a command only together with the next one. */
  static boolean isGroup(String word) {
    return word.equals("restore");
  }
}
