package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Linter;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.PatroniKeys;
import io.patronilint.schemas.keys.Place;
import io.patronilint.schemas.keys.Releases;
import io.patronilint.schemas.oracle.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/**
 * Each key of the table in an otherwise complete configuration: with a right value nothing is said
 * of its structure, with a typical wrong one there is a finding at its path.
 */
class KeyValuesTest {

  /** Values that the table calls wrong, and Patroni takes all the same. */
  private static final Map<String, String> HARMLESS =
      Map.of(
          "postgresql.*", "a name that is no key and like no key may be somebody's note",
          "postgresql.*.*", "options of a method become text on its command line",
          "bootstrap.*.*", "options of a method become text on its command line",
          "postgresql.create_replica_method", "the names of a mapping are methods in their order",
          "postgresql.create_replica_methods", "the names of a mapping are methods in their order",
          "postgresql.parameters.hba_file", "a number becomes text in postgresql.conf",
          "postgresql.parameters.ident_file", "a number becomes text in postgresql.conf",
          "postgresql.parameters.synchronous_standby_names", "a number becomes text there",
          "postgresql.parameters.unix_socket_directories", "a number becomes text there");

  private final Linter linter = Linter.builder().rules(StandardRules.all()).build();

  @Test
  void aRightValuePassesAndAWrongOneDoesNot() throws IOException {
    String complete = Files.readString(Path.of("src/test/resources/validator/raft.yml"));
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (PatroniKey key : PatroniKeys.load().all()) {
      for (Place place : key.places()) {
        if (place == Place.ENVIRONMENT) {
          continue;
        }
        List<Finding> good = at(place, key, lint(complete, place, key, Samples.good(key)));
        good.stream()
            .filter(f -> f.rule().startsWith("structure/"))
            .filter(f -> !isAdvice(f))
            .forEach(f -> wrong.add("good " + place + " " + key.dotted() + " " + f));
        Optional<Object> bad = Samples.bad(key);
        Releases since = key.life().since();
        if (HARMLESS.containsKey(key.dotted()) || (since != null && since.unreleased())) {
          continue;
        }
        if (bad.isPresent()) {
          refused++;
          if (at(place, key, lint(complete, place, key, bad.get())).isEmpty()) {
            wrong.add("bad " + place + " " + key.dotted() + " " + bad.get());
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(300);
    assertThat(wrong).isEmpty();
  }

  /** That a key has a new name, or stands in two sections, is not said of its value. */
  private static boolean isAdvice(Finding finding) {
    return finding.rule().equals("structure/renamed-key")
        || finding.rule().equals("structure/required-key");
  }

  private List<Finding> lint(String complete, Place place, PatroniKey key, Object value) {
    JSONObject whole = (JSONObject) PublishedSchema.of(complete);
    JSONObject document = Samples.document(key, value);
    boolean dynamic = place == Place.DYNAMIC;
    merge(dynamic ? whole.getJSONObject("bootstrap").getJSONObject("dcs") : whole, document);
    WorkspaceLoader loader = WorkspaceLoader.builder().text("patroni.yml", whole.toString());
    return linter.lint(loader.load()).findings();
  }

  private static void merge(JSONObject into, JSONObject from) {
    for (String key : from.keySet()) {
      if (into.opt(key) instanceof JSONObject inner && from.get(key) instanceof JSONObject more) {
        merge(inner, more);
      } else {
        into.put(key, from.get(key));
      }
    }
  }

  /** Returns the findings at the key, at an item of its list, or at what stands below it. */
  private static List<Finding> at(Place place, PatroniKey key, List<Finding> findings) {
    String section = place == Place.DYNAMIC ? "bootstrap.dcs." : "";
    String path = section + key.dotted().replace("[]", "[0]").replace("*", "sample");
    return findings.stream()
        .filter(f -> f.path() != null && (f.path().equals(path) || f.path().startsWith(path + "[")))
        .toList();
  }
}
