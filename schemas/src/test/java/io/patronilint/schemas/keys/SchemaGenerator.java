package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schemas (draft-07) of patroni.yml and of the dynamic configuration from the table
 * of keys. {@link SchemaFilesTest} writes them. No key is required: what is missing may be in the
 * environment or in another file.
 */
final class SchemaGenerator {

  static final String BASE = "https://patroni-lint.io/schemas/";

  private final PatroniKeys keys;
  private final Mistakes mistakes;
  private final @Nullable List<Integer> version;

  /**
   * Prepares schemas for one release.
   *
   * @param version the release, null for what any release reads
   */
  SchemaGenerator(PatroniKeys keys, Mistakes mistakes, @Nullable List<Integer> version) {
    this.keys = keys;
    this.mistakes = mistakes;
    this.version = version;
  }

  /** Returns the schema of patroni.yml, with that of the dynamic configuration as a definition. */
  Map<String, Object> local(String file) {
    Map<String, Object> schema = head(file, "patroni.yml", "Configuration file of Patroni");
    schema.putAll(section(Place.LOCAL, List.of()));
    schema.put("definitions", TypeSchemas.map("dynamic", dynamicBody()));
    return schema;
  }

  /** Returns the schema of the dynamic configuration. */
  Map<String, Object> dynamic(String file) {
    Map<String, Object> schema =
        head(file, "dynamic configuration", "Configuration of a Patroni cluster in the DCS");
    schema.putAll(dynamicBody());
    return schema;
  }

  /** Returns a schema that is a definition of another one. */
  static Map<String, Object> reference(String file, String target) {
    Map<String, Object> schema =
        TypeSchemas.map("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("$id", BASE + file);
    schema.put("allOf", List.of(TypeSchemas.map("$ref", target)));
    return schema;
  }

  private Map<String, Object> head(String file, String title, String description) {
    Map<String, Object> schema =
        TypeSchemas.map("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("$id", BASE + file);
    schema.put("title", "Patroni" + release() + ": " + title);
    schema.put(
        "description",
        description
            + ", made from patroni-lint's table of keys. Patroni reads YAML 1.1; the environment may hold what is missing.");
    return schema;
  }

  private String release() {
    return version == null ? "" : " " + version.get(0) + "." + version.get(1);
  }

  private Map<String, Object> dynamicBody() {
    return section(Place.DYNAMIC, List.of());
  }

  /** Returns the schema of a map with the keys below {@code path}. */
  private Map<String, Object> section(Place place, List<String> path) {
    Map<String, Object> properties = new LinkedHashMap<>();
    PatroniKey others = null;
    for (PatroniKey key : keys.children(path)) {
      if (!key.places().contains(place) || !read(key)) {
        continue;
      }
      if (key.name().equals(PatroniKey.ANY_NAME)) {
        others = key;
        continue;
      }
      properties.put(key.name(), property(place, key));
    }
    forbid(place, path, properties, others);
    Map<String, Object> schema = TypeSchemas.map("type", "object");
    schema.put("properties", properties);
    if (path.isEmpty()) {
      schema.put("patternProperties", TypeSchemas.map("^(x-|[._])", anchors()));
    }
    schema.put("additionalProperties", others == null ? false : property(place, others));
    return schema;
  }

  private boolean read(PatroniKey key) {
    return version == null || key.readBy(version);
  }

  private static Map<String, Object> anchors() {
    return TypeSchemas.map("description", "A place for YAML anchors; Patroni does not read it.");
  }

  /** Forbids known mistakes, and names that cannot be those of a method although any may be. */
  private void forbid(
      Place place, List<String> path, Map<String, Object> properties, @Nullable PatroniKey others) {
    for (Mistake mistake : mistakes.all()) {
      List<String> wrong = mistake.wrong();
      if (mistake.place() == place
          && wrong.size() == path.size() + 1
          && wrong.subList(0, path.size()).equals(path)) {
        String advice = mistake.right().isEmpty() ? "" : " Use " + mistake.right() + ".";
        properties.putIfAbsent(
            wrong.get(path.size()), forbidden("Patroni does not read this." + advice));
      }
    }
    if (path.size() == 1 && others != null && others.allows(ValueKind.MAP)) {
      for (PatroniKey root : keys.children(List.of())) {
        if (root.allows(ValueKind.MAP) && !new HashSet<>(root.path()).containsAll(path)) {
          properties.putIfAbsent(
              root.name(),
              forbidden(
                  "Patroni does not read this here. It stands at the root of "
                      + (root.places().contains(Place.LOCAL)
                          ? "patroni.yml."
                          : "the dynamic configuration.")));
        }
      }
    }
    if (others != null || free(path)) {
      String right =
          place == Place.LOCAL ? "the dynamic configuration" : "patroni.yml or the environment";
      for (PatroniKey key : keys.children(path)) {
        if (!key.places().contains(place)) {
          properties.putIfAbsent(
              key.name(), forbidden("Patroni reads this from " + right + " only."));
        }
      }
    }
  }

  /** Tells whether the map at {@code path} takes names that no key stands for. */
  private boolean free(List<String> path) {
    return !path.isEmpty()
        && keys.find(path).stream()
            .flatMap(key -> key.types().stream())
            .anyMatch(type -> type.kind() == ValueKind.MAP && !type.items().isEmpty());
  }

  private static Map<String, Object> forbidden(String why) {
    Map<String, Object> schema = TypeSchemas.map("not", new LinkedHashMap<>());
    schema.put("description", why);
    schema.put("deprecationMessage", why);
    schema.put("doNotSuggest", true);
    return schema;
  }

  private Map<String, Object> property(Place place, PatroniKey key) {
    List<String> values = version == null ? key.allowed().values() : key.allowed().values(version);
    TypeSchemas types = new TypeSchemas(key.allowed(), values);
    List<Map<String, Object>> ways = new ArrayList<>();
    for (ValueType type : key.types()) {
      if (key.dotted().equals("bootstrap.dcs")) {
        ways.add(TypeSchemas.map("$ref", "#/definitions/dynamic"));
      } else if (type.kind() == ValueKind.MAP) {
        ways.add(mapping(place, key, type));
      } else if (type.kind() == ValueKind.LIST && !keys.children(item(key)).isEmpty()) {
        Map<String, Object> list = TypeSchemas.map("type", "array");
        list.put("items", section(place, item(key)));
        ways.add(list);
      } else {
        ways.addAll(types.of(type));
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", Descriptions.of(key, version));
    notes(schema, key);
    if (key.dotted().equals("bootstrap.dcs")) {
      schema.put("allOf", ways);
    } else {
      schema.putAll(TypeSchemas.any(ways));
    }
    return schema;
  }

  private static List<String> item(PatroniKey key) {
    List<String> path = new ArrayList<>(key.path());
    path.add(PatroniKey.ITEM);
    return path;
  }

  private Map<String, Object> mapping(Place place, PatroniKey key, ValueType type) {
    if (keys.children(key.path()).isEmpty()) {
      Map<String, Object> map = TypeSchemas.map("type", "object");
      if (!type.items().isEmpty()) {
        map.put("additionalProperties", TypeSchemas.plain(type.items()));
      }
      return map;
    }
    Map<String, Object> map = section(place, key.path());
    Set<ValueKind> given = new HashSet<>();
    type.items().forEach(items -> given.add(items.kind()));
    if (!type.items().isEmpty() && !given.contains(ValueKind.MAP)) {
      map.put("additionalProperties", TypeSchemas.plain(type.items()));
    }
    return map;
  }

  private void notes(Map<String, Object> schema, PatroniKey key) {
    Object fallback = Descriptions.fallback(key);
    if (fallback != null) {
      schema.put("default", fallback);
    }
    String advice = Descriptions.advice(key, version);
    if (!advice.isEmpty()) {
      schema.put("deprecated", true);
      schema.put("deprecationMessage", advice);
    }
  }
}
