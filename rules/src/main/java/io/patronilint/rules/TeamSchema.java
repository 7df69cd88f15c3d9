package io.patronilint.rules;

import io.patronilint.core.rule.Rule;
import io.patronilint.rules.team.Schema;
import io.patronilint.rules.team.SchemaFile;
import io.patronilint.rules.team.TeamRule;
import java.nio.file.Path;
import java.util.List;

/**
 * House rules without Java: a team's own JSON Schema (draft 4, 6 or 7) for patroni.yml.
 *
 * <pre>{@code
 * Linter.builder().rules(StandardRules.all()).rules(TeamSchema.rules(Path.of("house.json")))
 * }</pre>
 *
 * <p>The schema sees the local configuration with its fragments merged. {@code "x-severity"} in a
 * subschema ({@code error}, {@code warning} or {@code info}) sets the severity of what it and those
 * inside it find; it is error without. Nothing is ever fetched: a schema that refers to another
 * file or to the network is refused.
 */
public final class TeamSchema {

  private TeamSchema() {}

  /**
   * Returns the rule {@code team/schema} with the schema in {@code file}, JSON or YAML.
   *
   * @throws InvalidSchemaException if it cannot be read or is no schema
   */
  public static List<Rule> rules(Path file) {
    return rules(SchemaFile.read(file));
  }

  /**
   * Returns the rule {@code team/schema} with the schema that {@code text} holds.
   *
   * @param name what messages call it
   * @throws InvalidSchemaException if it is no schema
   */
  public static List<Rule> rules(String name, String text) {
    return rules(SchemaFile.of(name, text));
  }

  private static List<Rule> rules(SchemaFile file) {
    return List.of(new TeamRule(Schema.load(file)));
  }
}
