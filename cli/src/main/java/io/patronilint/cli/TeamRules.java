package io.patronilint.cli;

import io.patronilint.core.rule.Rule;
import io.patronilint.rules.InvalidSchemaException;
import io.patronilint.rules.TeamSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code --schema}; a class of its own, so that a run without it loads nothing of schemas. */
final class TeamRules {

  private TeamRules() {}

  /** Returns {@code rules} and the one that the schema in {@code file} is. */
  static List<Rule> added(List<Rule> rules, Path file) {
    try {
      return Stream.concat(rules.stream(), TeamSchema.rules(file).stream()).toList();
    } catch (InvalidSchemaException e) {
      throw new UsageException("--schema: " + e.getMessage());
    }
  }
}
