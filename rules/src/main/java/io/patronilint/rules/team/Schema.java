package io.patronilint.rules.team;

import io.patronilint.core.finding.Severity;
import io.patronilint.rules.InvalidSchemaException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;

/** A team's schema, ready to be used by several threads. */
public final class Schema {

  private final SchemaFile file;
  private final org.everit.json.schema.Schema schema;

  private Schema(SchemaFile file, org.everit.json.schema.Schema schema) {
    this.file = file;
    this.schema = schema;
  }

  /** Loads {@code file}; throws {@link InvalidSchemaException} if it is no schema. */
  public static Schema load(SchemaFile file) {
    checkDraft(file);
    checkSeverities(file, file.json());
    try {
      org.everit.json.schema.Schema schema = loader(file).load().build();
      Schema loaded = new Schema(file, schema);
      // A reference that leads back to itself shows only when it is followed.
      loaded.violations(new JSONObject());
      return loaded;
    } catch (InvalidSchemaException e) {
      throw e;
    } catch (SchemaException e) {
      throw refused(file, String.valueOf(e.getMessage()));
    } catch (PatternSyntaxException e) {
      throw file.problemAt(
          e.getPattern().replace("\\", "\\\\"),
          "holds a pattern that is none: " + e.getDescription() + ": " + e.getPattern());
    } catch (StackOverflowError e) {
      throw file.problem((Pointer) null, "refers to itself without an end");
    } catch (RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw file.problem((Pointer) null, "is no JSON Schema: " + cause.getMessage());
    }
  }

  private static SchemaLoader loader(SchemaFile file) {
    SchemaLoader.SchemaLoaderBuilder builder =
        SchemaLoader.builder()
            .draftV7Support()
            .enableOverrideOfBuiltInFormatValidators()
            .schemaClient(url -> own(file, url))
            .schemaJson(file.json());
    Formats.all().forEach(builder::addFormatValidator);
    return builder.build();
  }

  /** Knows the schema by the name that it gives itself, and nothing else. */
  private static InputStream own(SchemaFile file, String url) {
    if (file.json() instanceof JSONObject object
        && (url.equals(object.opt("$id")) || url.equals(object.opt("id")))) {
      return new ByteArrayInputStream(object.toString().getBytes(StandardCharsets.UTF_8));
    }
    throw file.problemAt(
        "\"" + url,
        "refers to "
            + url
            + ", which is not fetched; only references inside the schema (#/...) work");
  }

  private static void checkDraft(SchemaFile file) {
    Object draft = file.json() instanceof JSONObject object ? object.opt("$schema") : null;
    if (draft == null) {
      return;
    }
    Pointer place = new Pointer(List.of("$schema"));
    if (!(draft instanceof String url)) {
      throw file.problem(place, "has a $schema that is no string");
    }
    boolean published = url.contains("//json-schema.org/draft");
    if (published && !url.matches(".*/draft-0[467]/.*")) {
      throw file.problem(place, "is written for " + url + "; drafts 4, 6 and 7 are known");
    }
  }

  private static void checkSeverities(SchemaFile file, Object value) {
    if (value instanceof JSONObject object) {
      if (object.opt("x-severity") instanceof String word && severity(word).isEmpty()) {
        throw file.problemAt(
            word, "has an x-severity '" + word + "', which is none of error, warning, info");
      }
      object.keySet().forEach(key -> checkSeverities(file, object.get(key)));
    } else if (value instanceof JSONArray list) {
      list.forEach(item -> checkSeverities(file, item));
    }
  }

  private static InvalidSchemaException refused(SchemaFile file, String message) {
    int colon = message.indexOf(": ");
    boolean placed = message.startsWith("#") && colon > 0;
    return file.problem(
        placed ? Pointer.of(message.substring(0, colon)) : null, "is no JSON Schema: " + message);
  }

  /** Returns what messages call the schema. */
  String name() {
    return file.name();
  }

  /** Returns what {@code document} violates. */
  List<Violation> violations(Object document) {
    try {
      schema.validate(document);
      return List.of();
    } catch (ValidationException e) {
      return Violation.of(e);
    }
  }

  /**
   * Returns the severity that the subschema at {@code place}, or the nearest around it, asks for.
   */
  Severity severity(Pointer place) {
    Severity severity = Severity.ERROR;
    for (JSONObject object : place.objectsIn(file.json())) {
      if (object.opt("x-severity") instanceof String word) {
        severity = severity(word).orElse(severity);
      }
    }
    return severity;
  }

  private static Optional<Severity> severity(String word) {
    for (Severity severity : Severity.values()) {
      if (severity.label().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
