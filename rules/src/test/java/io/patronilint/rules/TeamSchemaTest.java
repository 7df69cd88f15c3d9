package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.Linter;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamSchemaTest {

  @TempDir Path folder;

  /** Each keyword once: what stands below {@code x} of the schema, of the file, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: integer}            | '5'      | x is '5', but must be an integer",
        "{type: string}             | 2026-01-31 | ",
        "{pattern: '^2026-01-31$'}  | 2026-01-31 | ",
        "{type: string}             | !!binary AAAA | ",
        "{type: integer}            | 0x10     | ",
        "{type: number}             | 123456789012345678901234567890 | ",
        "{type: boolean}            | off      | ",
        "{type: [string, boolean]}  | 5        | x is 5, but must be a string or true or false",
        "{type: string}             | ~        | x is null, but must be a string",
        "{type: array}              | {a: 1}   | x must be a list",
        "{type: object}             | [1]      | x must be a mapping",
        "{minLength: 3}             | ab       | x is 'ab', but must have at least 3 characters",
        "{maxLength: 1}             | ab       | x is 'ab', but must have at most 1 character",
        "{pattern: ^a$}             | ab       | x is 'ab', but must match the pattern ^a$",
        "{format: ipv4}             | ab       | x is 'ab', but must have the format ipv4",
        "{format: date-time}        | ab       | x is 'ab', but must have the format date-time",
        "{minimum: 5}               | 4        | x is 4, but must be at least 5",
        "{maximum: 5}               | 6.5      | x is 6.5, but must be at most 5",
        "{exclusiveMinimum: 5}      | 5        | x is 5, but must be more than 5",
        "{exclusiveMaximum: 5}      | 5        | x is 5, but must be less than 5",
        "{multipleOf: 5}            | 6        | x is 6, but must be a multiple of 5",
        "{enum: [a, 1]}             | b        | x is 'b', but must be one of `\"a\"`, 1",
        "{const: a}                 | b        | x is 'b', but must be `\"a\"`",
        "{not: {const: a}}          | a        | x ('a') is what must not be",
        "false                      | a        | x must not be set",
        "{minItems: 2}              | [1]      | x must have at least 2 items",
        "{maxItems: 1}              | [1, 2]   | x must have at most 1 item",
        "{uniqueItems: true}        | [1, 1]   | x must not hold the same item twice",
        "{contains: {const: a}}     | [b]      | x holds none of the items that must be there",
        "{items: [{}], additionalItems: false} | [1, 2] | x has more items than allowed",
        "{items: {type: string}}    | [a, 2]   | x[1] is 2, but must be a string",
        "{minProperties: 2}         | {a: 1}   | x must have at least 2 keys",
        "{maxProperties: 0}         | {a: 1}   | x must have at most 0 keys",
        "{required: [b]}            | {a: 1}   | x.b is missing",
        "{additionalProperties: false} | {a: 1} | x.a is no key that may stand here",
        "{additionalProperties: {type: string}} | {a: 1} | x.a is 1, but must be a string",
        "{patternProperties: {a: {type: string}}} | {a: 1} | x.a is 1, but must be a string",
        "{properties: {a~/b: {type: string}}} | {a~/b: 1} | x.a~/b is 1, but must be a string",
        "{propertyNames: {maxLength: 1}} | {ab: 1} | The name ab must have at most 1 character",
        "{dependencies: {a: [b]}}   | {a: 1}   | x.b is missing",
        "{if: {required: [a]}, then: {required: [b]}} | {a: 1} | x.b is missing",
        "{allOf: [{minimum: 5}]}    | 4        | x is 4, but must be at least 5",
        "{type: integer, enum: [5]} | 4        | x is 4, but must be 5",
        "{oneOf: [{minimum: 1}, {minimum: 2}]} | 4 | x (4) fits more than one of the forms that"
            + " exclude each other",
        "{anyOf: [{type: string}, {minimum: 5}]} | 4 | x (4) has none of the allowed forms: it"
            + " must be a string; it must be at least 5",
        "{anyOf: [{required: [b]}, {properties: {a: {const: 2}}}]} | {a: 1} | x has none of the"
            + " allowed forms: a must be 2; b is missing",
        "{type: string}             | '{{ x }}' | ",
        "{type: integer}            | '{{ x }}' | ",
        "{$ref: '#/definitions/n'}  | a        | x is 'a', but must be a number",
      })
  void saysWhatTheSchemaAsksFor(String schema, String value, String message) throws IOException {
    String quoted = schema.replace("`", "");
    List<Finding> found =
        lint("definitions: {n: {type: number}}\nproperties:\n  x: " + quoted, "x: " + value);
    if (message == null) {
      assertThat(found).isEmpty();
    } else {
      String expected = message.replace("`", "") + " (schema house.yml).";
      assertThat(found).singleElement().extracting(Finding::message).isEqualTo(expected);
    }
  }

  @Test
  void keysThatAreNoStringsAreFound() throws IOException {
    String schema = "{properties: {x: {properties: {'5': {type: string}, 'True': false}}}}";
    assertThat(lint(schema, "x: {5: 1, yes: 2}"))
        .extracting(Finding::path)
        .containsExactly("x.5", "x.True");
  }

  @Test
  void valuesThatContainThemselvesAreOneFinding() throws IOException {
    String lines =
        """
        a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]""";
    for (String text : List.of(lines, "a: &a {b: *a}")) {
      assertThat(lint("{required: [x]}", text))
          .singleElement()
          .extracting(Finding::message)
          .asString()
          .startsWith("The configuration cannot be compared with the schema house.yml");
    }
  }

  @Test
  void severityIsThatOfTheNearestSubschema() throws IOException {
    String schema =
        """
        required: [owner]
        properties:
          postgresql:
            x-severity: warning
            properties:
              a: {type: string}
              b: {type: string, x-severity: info}
              c: {$ref: "#/definitions/port"}
        definitions:
          port: {type: string, x-severity: info}
        """;
    assertThat(lint(schema, "postgresql: {a: 1, b: 1, c: 1}"))
        .extracting(f -> f.path() + " " + f.severity().label())
        .containsExactly(
            "owner error", "postgresql.a warning", "postgresql.b info", "postgresql.c info");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "draft-04 | {type: integer, minimum: 5, exclusiveMinimum: true}",
        "draft-06 | {type: integer, exclusiveMinimum: 5}",
        "draft-07 | {if: {const: 5}, then: false}",
      })
  void readsThreeDrafts(String draft, String schema) throws IOException {
    String head = "$schema: http://json-schema.org/" + draft + "/schema#\n";
    String text = head + "properties: {x: " + schema + "}";
    assertThat(lint(text, "x: 5")).hasSize(1);
    assertThat(lint(text, "x: 6")).isEmpty();
  }

  @Test
  void takesTheSchemaOfAPublisherByItsOwnName() throws IOException {
    String text =
        "{$id: 'https://example.com/house.json', definitions: {n: {type: number}},"
            + " properties: {x: {$ref: 'https://example.com/house.json#/definitions/n'}}}";
    assertThat(lint(text, "x: a")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.json | {\"type\": | a.json is not JSON: ",
        "a.json | {} {}      | a.json is not JSON: Something follows the object",
        "a.yml  | a: [       | a.yml:1 is neither JSON nor YAML: ",
        "a.json | [1]        | a.json holds no mapping, so it is no schema",
        "a.yml  | {type: strin} | a.yml:1 is no JSON Schema: #: unknown type: [strin]",
        "a.json | {\"properties\": 5} | a.json:1 is no JSON Schema: #/properties: expected type",
        "a.yml  | {pattern: (} | a.yml:1 holds a pattern that is none: Unclosed group",
        "a.yml  | {$ref: '#'} | a.yml refers to itself without an end",
        "a.yml  | {$ref: '#/definitions/a'} | a.yml:1 is no JSON Schema: #: key [definitions] not found",
        "a.yml  | {x-severity: bad} | a.yml:1 has an x-severity 'bad', which is none of error,",
        "a.yml  | {$schema: 5} | a.yml:1 has a $schema that is no string",
        "a.yml  | {$schema: 'https://json-schema.org/draft/2020-12/schema'} | a.yml:1 is written for"
            + " https://json-schema.org/draft/2020-12/schema; drafts 4, 6 and 7 are known",
      })
  void saysWhatIsWrongWithASchema(String name, String text, String message) {
    assertThatThrownBy(() -> TeamSchema.rules(name, text))
        .isInstanceOf(InvalidSchemaException.class)
        .hasMessageStartingWith("the schema " + message)
        .hasMessageNotContainingAny("\n", "\t");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/x.json",
    "http://json-schema.org/draft-07/schema#",
    "other.json#/definitions/a",
    "file:///etc/passwd",
    "classpath://io/patronilint/schemas/patroni.schema.json",
    "//example.com/x.json",
  })
  void fetchesNothing(String reference) {
    String text = "{\n  \"properties\": {\n    \"x\": {\"$ref\": \"" + reference + "\"}}}";
    assertThatThrownBy(() -> TeamSchema.rules("a.json", text))
        .isInstanceOf(InvalidSchemaException.class)
        .hasMessageStartingWith("the schema a.json:3 refers to ")
        .hasMessageContaining("which is not fetched");
  }

  @Test
  void readsFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\n\t\"required\": [\"x\"]\n}");
    assertThat(TeamSchema.rules(file)).hasSize(1);
    assertThatThrownBy(() -> TeamSchema.rules(folder.resolve("no.json")))
        .hasMessage("the schema no.json does not exist");
    assertThatThrownBy(() -> TeamSchema.rules(folder)).hasMessageEndingWith("is a directory");
  }

  private List<Finding> lint(String schema, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("patroni.yml"), text);
    return Linter.builder()
        .rules(TeamSchema.rules("house.yml", schema))
        .build()
        .lint(Workspace.of(file))
        .findings();
  }
}
