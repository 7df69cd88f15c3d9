package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/**
 * The published schemas accept every file that is right. What they refuse is listed in {@code
 * schema-refused.tsv} with the reason.
 */
class PublishedSchemaTest {

  private static final Path REFUSED = Path.of("src/test/resources/schema-refused.tsv");

  private final PublishedSchema local;
  private final PublishedSchema dynamic;
  private final Map<String, String> refused = new TreeMap<>();

  PublishedSchemaTest() throws IOException {
    local = PublishedSchema.load("patroni.schema.json");
    dynamic = PublishedSchema.load("patroni-dynamic.schema.json");
  }

  @Test
  void acceptsTheGoodExamplesOfAllRules() throws IOException {
    for (Rule rule : StandardRules.all()) {
      String page = RulePages.markdown(rule.info()).orElseThrow();
      for (Map.Entry<String, String> file : RulePage.parse(page).good().files().entrySet()) {
        check(rule.info().id() + ":" + file.getKey(), file.getValue());
      }
    }
    assertRefused("page");
  }

  @Test
  void acceptsTheCleanIncidents() throws IOException {
    Path root = TestFolders.required("patronilint.incidents");
    for (Incident incident : Incident.all(root)) {
      if (incident.isClean()) {
        for (Path file : files(incident.folder())) {
          check(root.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    assertRefused("clean incident");
  }

  @Test
  void acceptsPublicFiles() throws IOException {
    Path root = TestFolders.required("patronilint.corpus");
    for (String line : Files.readAllLines(root.resolve("index.jsonl"))) {
      JSONObject entry = new JSONObject(line);
      String repository = entry.getString("repo");
      String path = entry.getString("path");
      Path file = root.resolve("files").resolve(repository.replace('/', '+')).resolve(path);
      if (entry.getString("kind").equals("plain") && Files.exists(file)) {
        check(repository + ":" + path, Files.readString(file));
      }
    }
    assertRefused("public file");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void check(String path, String text) {
    boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
    if (!yaml || text.contains("apiVersion:")) {
      return;
    }
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    PublishedSchema schema = name.contains("dynamic") ? dynamic : local;
    List<String> complaints = schema.complaints(path, text);
    if (!complaints.isEmpty()) {
      refused.put(path, complaints.toString());
    }
  }

  private void assertRefused(String kind) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(REFUSED)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals(kind)) {
        reasons.put(cells[1], cells[2]);
      }
    }
    assertThat(refused.keySet())
        .as("refused: %s", refused)
        .containsExactlyElementsOf(reasons.keySet());
  }
}
