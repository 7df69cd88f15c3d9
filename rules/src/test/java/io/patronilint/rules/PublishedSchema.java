package io.patronilint.rules;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;

/** A published JSON Schema, asked about files as PyYAML reads them. */
final class PublishedSchema {

  private final Schema schema;

  private PublishedSchema(Schema schema) {
    this.schema = schema;
  }

  /** Loads the schema in {@code file}, for instance {@code patroni.schema.json}. */
  static PublishedSchema load(String file) throws IOException {
    String resource = "/io/patronilint/schemas/" + file;
    try (InputStream in =
        Objects.requireNonNull(PublishedSchema.class.getResourceAsStream(resource))) {
      JSONObject json = new JSONObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return new PublishedSchema(
          SchemaLoader.builder().schemaJson(json).draftV7Support().build().load().build());
    }
  }

  /** Returns what it has against a file; nothing if it accepts it or YAML refuses it. */
  List<String> complaints(String path, String text) {
    ConfigNode root = ConfigTree.of(SourceFile.of(path, FileKind.UNKNOWN, text)).root();
    if (root == null || !root.isMapping()) {
      return List.of();
    }
    try {
      schema.validate(json(root));
      return List.of();
    } catch (ValidationException e) {
      return e.getAllMessages();
    }
  }

  /** Returns a document as JSON has it. */
  static Object of(String text) {
    ConfigTree tree = ConfigTree.of(SourceFile.of("patroni.yml", FileKind.UNKNOWN, text));
    return json(Objects.requireNonNull(tree.root()));
  }

  /** Returns {@code node} as JSON has it; what JSON has not becomes an empty list. */
  static Object json(ConfigNode node) {
    if (node.isMapping()) {
      JSONObject object = new JSONObject();
      node.children().forEach(child -> object.put(child.key(), json(child)));
      return object;
    }
    if (node.isSequence()) {
      JSONArray array = new JSONArray();
      node.children().forEach(child -> array.put(json(child)));
      return array;
    }
    ScalarValue value = node.scalar().orElseGet(ScalarValue.Null::new);
    if (value instanceof ScalarValue.Bool bool) {
      return bool.value();
    }
    if (value instanceof ScalarValue.Int number) {
      return number.value();
    }
    if (value instanceof ScalarValue.Real real) {
      return real.value();
    }
    // JSON has no dates and no bytes; an empty list is none of the things that a key may be.
    return switch (value.type()) {
      case NULL -> JSONObject.NULL;
      case STR -> value.text();
      default -> new JSONArray();
    };
  }
}
