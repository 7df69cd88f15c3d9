package io.patronilint.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The published schemas are those that the table gives. After a change of the table, {@code
 * PATRONILINT_WRITE_SCHEMAS=true ./mvnw -pl schemas test -Dtest=SchemaFilesTest} writes them.
 */
class SchemaFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/io/patronilint/schemas");

  /** The newest release of each series; every one read other keys than the one before it. */
  private static final List<List<Integer>> RELEASES =
      List.of(
          List.of(2, 1, 7),
          List.of(3, 0, 4),
          List.of(3, 1, 2),
          List.of(3, 2, 2),
          List.of(3, 3, 11),
          List.of(4, 0, 10),
          List.of(4, 1, 5));

  /** Returns the text of each schema by the name of its file. */
  static Map<String, String> schemas() {
    PatroniKeys keys = PatroniKeys.load();
    Mistakes mistakes = Mistakes.load();
    Map<String, String> schemas = new LinkedHashMap<>();
    SchemaGenerator newest = new SchemaGenerator(keys, mistakes, null);
    put(schemas, "patroni.schema.json", newest.local("patroni.schema.json"));
    put(schemas, "patroni-dynamic.schema.json", newest.dynamic("patroni-dynamic.schema.json"));
    for (List<Integer> version : RELEASES) {
      SchemaGenerator generator = new SchemaGenerator(keys, mistakes, version);
      String series = version.get(0) + "." + version.get(1);
      String local = "patroni-" + series + ".schema.json";
      String dynamic = "patroni-dynamic-" + series + ".schema.json";
      put(schemas, local, generator.local(local));
      put(schemas, dynamic, SchemaGenerator.reference(dynamic, local + "#/definitions/dynamic"));
    }
    return schemas;
  }

  private static void put(Map<String, String> schemas, String file, Map<String, Object> schema) {
    schemas.put(file, Json.write(schema));
  }

  @Test
  void areThoseOfTheTable() throws IOException {
    boolean write = "true".equals(System.getenv("PATRONILINT_WRITE_SCHEMAS"));
    for (Map.Entry<String, String> schema : schemas().entrySet()) {
      Path file = FOLDER.resolve(schema.getKey());
      if (write) {
        Files.writeString(file, schema.getValue());
      }
      assertThat(file).content().as(schema.getKey()).isEqualTo(schema.getValue());
    }
  }
}
