package io.patronilint.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PatroniKeysTest {

  private final PatroniKeys keys = PatroniKeys.load();

  @Test
  void findsKeysByTheirPath() {
    assertThat(keys.find(List.of("ttl")).orElseThrow().places()).containsExactly(Place.DYNAMIC);
    assertThat(keys.find(List.of("slots", "app", "type")).orElseThrow().allowed().values())
        .containsExactly("physical", "logical");
    assertThat(keys.find(List.of("ignore_slots", "[]", "name"))).isPresent();
    assertThat(keys.find(List.of("postgresql", "listen")).orElseThrow().path())
        .containsExactly("postgresql", "listen");
    assertThat(keys.find(List.of("postgresql", "pgbackrest", "keep_data")).orElseThrow().dotted())
        .isEqualTo("postgresql.*.keep_data");
    assertThat(keys.find(List.of("restapi", "cacert"))).isEmpty();
    assertThat(keys.find(Place.LOCAL, List.of("slots"))).isEmpty();
    assertThat(keys.find(Place.DYNAMIC, List.of("postgresql", "listen"))).isEmpty();
  }

  @Test
  void tellsTheKeysOfASection() {
    assertThat(keys.children(List.of("watchdog")))
        .extracting(PatroniKey::name)
        .containsExactly("mode", "device", "safety_margin", "driver");
    assertThat(keys.children(List.of("slots", "app")))
        .extracting(PatroniKey::name)
        .containsExactly("type", "database", "plugin", "cluster_type");
    assertThat(keys.children(List.of("no", "such"))).isEmpty();
  }

  @Test
  void knowsTheReleases() {
    PatroniKey ported = keys.find(List.of("thread_pool_size")).orElseThrow();
    assertThat(ported.readBy(List.of(3, 3, 8))).isFalse();
    assertThat(ported.readBy(List.of(3, 3, 9))).isTrue();
    assertThat(ported.readBy(List.of(4, 0, 7))).isFalse();
    assertThat(ported.readBy(List.of(4, 0, 10))).isTrue();
    assertThat(ported.readBy(List.of(4, 1))).isFalse();
    assertThat(ported.readBy(List.of(4, 2, 0))).isTrue();
    PatroniKey users = keys.find(List.of("bootstrap", "users")).orElseThrow();
    assertThat(users.deprecatedIn(List.of(3, 1, 2))).isFalse();
    assertThat(users.deprecatedIn(List.of(3, 2, 0))).isTrue();
    assertThat(users.readBy(List.of(3, 3, 11))).isTrue();
    assertThat(users.readBy(List.of(4, 0, 0))).isFalse();
    assertThat(keys.find(List.of("primary_race_backoff")).orElseThrow().readBy(List.of(4, 1, 4)))
        .isFalse();
  }

  @Test
  void knowsTheVariables() {
    assertThat(keys.variable("PATRONI_ETCD3_HOSTS"))
        .singleElement()
        .satisfies(variable -> assertThat(variable.path()).containsExactly("etcd3", "hosts"));
    assertThat(keys.variable("PATRONI_LOG_FORMAT")).hasSize(2);
    assertThat(keys.variable("PATRONI_ADMIN_PASSWORD"))
        .singleElement()
        .satisfies(variable -> assertThat(variable.readBy(List.of(4, 0, 0))).isFalse());
    assertThat(keys.variable("PATRONI_WATCHDOG_MODE")).isEmpty();
    assertThat(keys.variable("PATRONI_CONFIGURATION")).hasSize(1);
  }

  @Test
  void rootKeysAreThoseOfTheTable() {
    Set<String> sections = RootKeys.dcsSections();
    Set<String> local = new TreeSet<>();
    Set<String> dynamic = new TreeSet<>();
    for (PatroniKey key : keys.all()) {
      if (key.path().size() == 1 && key.places().size() == 1) {
        Place place = key.places().iterator().next();
        if (place == Place.LOCAL) {
          local.add(key.name());
        } else if (place == Place.DYNAMIC) {
          dynamic.add(key.name());
        }
      }
    }
    assertThat(local).containsAll(sections);
    local.removeAll(sections);
    assertThat(RootKeys.local()).containsExactlyInAnyOrderElementsOf(local);
    assertThat(RootKeys.dynamic()).containsExactlyInAnyOrderElementsOf(dynamic);
    assertThat(RootKeys.localPostgresql())
        .containsExactlyInAnyOrderElementsOf(
            keys.children(List.of("postgresql")).stream()
                .filter(key -> key.places().equals(Set.of(Place.LOCAL)))
                .map(PatroniKey::name)
                .collect(Collectors.toSet()));
  }

  @Test
  void everyReplacementIsAKey() {
    for (PatroniKey key : keys.all()) {
      key.replacement()
          .ifPresent(
              path ->
                  assertThat(keys.find(List.of(path.split("\\.", -1))))
                      .as("%s: %s", key.dotted(), path)
                      .isPresent());
    }
  }

  @Test
  void everyKeyIsDescribed() {
    for (PatroniKey key : keys.all()) {
      assertThat(key.words().about()).as(key.dotted()).endsWith(".").hasSizeLessThan(160);
      assertThat(key.words().wrong()).as(key.dotted()).matches("|.*\\.");
    }
  }

  @Test
  void mistakesLeadToKeysAndAreNone() {
    List<String> wrong = new ArrayList<>();
    for (Mistake mistake : Mistakes.load().all()) {
      String right = mistake.right();
      boolean leads =
          right.startsWith("PATRONI_")
              ? !keys.variable(right).isEmpty()
              : right.isEmpty() || keys.find(names(right)).isPresent();
      if (!leads) {
        wrong.add("leads nowhere: " + mistake);
      }
      boolean known =
          mistake.place() == Place.ENVIRONMENT
              ? keys.variables().containsKey(mistake.wrong().get(0))
              : keys.find(mistake.place(), mistake.wrong()).stream()
                  .anyMatch(key -> !key.name().equals("*"));
      if (known) {
        wrong.add("is a key: " + mistake);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> names(String path) {
    String dynamic = "bootstrap.dcs.";
    String rest = path.startsWith(dynamic) ? path.substring(dynamic.length()) : path;
    return List.of(rest.split("\\.", -1));
  }

  @Test
  void findsMistakes() {
    Mistakes mistakes = Mistakes.load();
    assertThat(mistakes.find(Place.LOCAL, List.of("restapi", "cacert")).orElseThrow().right())
        .isEqualTo("restapi.cafile");
    assertThat(mistakes.variable("PATRONI_WATCHDOG_MODE").orElseThrow().right())
        .isEqualTo("watchdog");
    assertThat(mistakes.variable("PATRONI_POSTGRESQL_PARAMETERS_WORK_MEM")).isPresent();
    assertThat(mistakes.find(Place.LOCAL, List.of("bootstrap", "clone", "no_param")).orElseThrow())
        .extracting(Mistake::right)
        .isEqualTo("bootstrap.*.no_params");
    assertThat(mistakes.find(Place.LOCAL, List.of("scope"))).isEmpty();
  }
}
