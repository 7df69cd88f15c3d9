package io.patronilint.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.schemas.oracle.Samples;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.everit.json.schema.Schema;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** The published schemas are valid and decide on each key as the table says. */
class PublishedSchemasTest {

  private final PatroniKeys keys = PatroniKeys.load();

  @Test
  void areValidDraft07() throws Exception {
    Schema meta;
    try (InputStream in = getClass().getResourceAsStream("/json-schema/draft-07.json")) {
      assertThat(in).isNotNull();
      meta =
          PublishedSchemas.load(
              new JSONObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
    List<String> files = new ArrayList<>(SchemaFilesTest.schemas().keySet());
    files.add("patroni-lint-report.schema.json");
    for (String file : files) {
      JSONObject json = PublishedSchemas.json(file);
      assertThat(PublishedSchemas.complaints(meta, json)).as(file).isEmpty();
      assertThat(json.getString("$id")).isEqualTo(SchemaGenerator.BASE + file);
      assertThat(PublishedSchemas.load(json)).as(file).isNotNull();
    }
  }

  @Test
  void acceptTheGoodValueOfEachKeyAndRefuseTheBadOne() {
    Schema local = PublishedSchemas.load(PublishedSchemas.json("patroni.schema.json"));
    Schema dynamic = PublishedSchemas.load(PublishedSchemas.json("patroni-dynamic.schema.json"));
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (PatroniKey key : keys.all()) {
      for (Place place : key.places()) {
        if (place == Place.ENVIRONMENT) {
          continue;
        }
        Schema schema = place == Place.LOCAL ? local : dynamic;
        JSONObject good = Samples.document(key, Samples.good(key));
        PublishedSchemas.complaints(schema, good)
            .ifPresent(why -> wrong.add("refused: " + good + " " + why));
        Optional<JSONObject> bad = Samples.bad(key).map(value -> Samples.document(key, value));
        if (bad.isPresent() && PublishedSchemas.complaints(schema, bad.get()).isEmpty()) {
          wrong.add("accepted: " + bad.get());
        }
        refused += bad.isPresent() ? 1 : 0;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void thoseOfAReleaseAcceptWhatItReads() {
    for (String file : SchemaFilesTest.schemas().keySet()) {
      if (!file.matches("patroni-[0-9.]+\\.schema\\.json")) {
        continue;
      }
      Schema schema = PublishedSchemas.load(PublishedSchemas.json(file));
      String release = file.substring("patroni-".length(), file.indexOf(".schema"));
      List<Integer> series =
          Arrays.stream((release + ".99").split("\\.", -1)).map(Integer::valueOf).toList();
      for (PatroniKey key : keys.all()) {
        if (key.places().contains(Place.LOCAL) && key.readBy(series)) {
          JSONObject good = Samples.document(key, Samples.good(key));
          assertThat(PublishedSchemas.complaints(schema, good)).as("%s %s", file, good).isEmpty();
        }
      }
      JSONObject future = new JSONObject().put("raft", new JSONObject().put("min_timeout", 1));
      assertThat(PublishedSchemas.complaints(schema, future)).as(file).isPresent();
    }
  }
}
