package io.patronilint.schemas.keys;

import java.util.List;
import java.util.Optional;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;

/** The schemas as everit reads them. */
final class PublishedSchemas {

  private PublishedSchemas() {}

  static JSONObject json(String file) {
    return new JSONObject(Resources.text(file));
  }

  /** Loads a schema; others that it refers to are those of the library. */
  static Schema load(JSONObject json) {
    return SchemaLoader.builder()
        .schemaJson(json)
        .draftV7Support()
        .schemaClient(
            url ->
                PublishedSchemas.class.getResourceAsStream(
                    "/io/patronilint/schemas/" + url.substring(SchemaGenerator.BASE.length())))
        .build()
        .load()
        .build();
  }

  /** Returns what the schema has against {@code document}; empty if it accepts it. */
  static Optional<List<String>> complaints(Schema schema, Object document) {
    try {
      schema.validate(document);
      return Optional.empty();
    } catch (ValidationException e) {
      return Optional.of(e.getAllMessages());
    }
  }
}
