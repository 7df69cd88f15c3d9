package io.patronilint.core.effective;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Target;
import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Python;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of settings, with their places. */
class EffectiveConfigTest {

  private static final String LOCAL =
      """
      scope: demo
      name: a
      postgresql:
        data_dir: /data
        authentication: {}
        use_slots: false
        parameters:
          max_connections: 500
          port: 5433
          work_mem: 64MB
      ttl: 90
      bootstrap:
        dcs:
          ttl: 40
      """;

  private static Node node(String local, String dynamic, String environment, String version) {
    WorkspaceLoader loader = WorkspaceLoader.builder().text("patroni.yml", local);
    if (!dynamic.isEmpty()) {
      loader.text("dynamic.yml", dynamic).dcs(DcsState.KEPT);
    }
    if (!environment.isEmpty()) {
      loader.text("patroni.env", environment);
    }
    if (!version.isEmpty()) {
      loader.target(Target.patroni(version));
    }
    return loader.load().nodes().get(0);
  }

  private static List<String> ignored(EffectiveConfig config) {
    return config.ignored().stream()
        .map(
            i ->
                i.origin().place().map(p -> p.file().path() + ":" + p.start().line()).orElse("-")
                    + " "
                    + i.path()
                    + " "
                    + i.reason())
        .toList();
  }

  private static String value(EffectiveConfig config, String... keys) {
    return config.at(keys).map(Python::str).orElse("-");
  }

  @Test
  void namesEveryLoserInTheOrderOfTheFiles() {
    String dynamic =
        """
        ttl: 30
        loop_wait: 20
        retry_timeout: 10
        scope: demo
        colour: red
        pause: false
        standby_cluster: {host: x, colour: red}
        postgresql:
          listen: 1.2.3.4:5432
          parameters:
            max_connections: 10
            Work_Mem: 4MB
            cluster_name: x
        """;
    EffectiveConfig config = EffectiveConfig.of(node(LOCAL, dynamic, "", ""));
    assertThat(ignored(config))
        .containsExactly(
            "patroni.yml:6 postgresql.use_slots DYNAMIC_ONLY",
            "patroni.yml:8 postgresql.parameters.max_connections DYNAMIC_ONLY",
            "patroni.yml:9 postgresql.parameters.port CONTROLLED",
            "patroni.yml:11 ttl DYNAMIC_ONLY",
            "patroni.yml:13 bootstrap.dcs BOOTSTRAP_ONLY",
            "dynamic.yml:2 loop_wait CLAMPED",
            "dynamic.yml:4 scope LOCAL_ONLY",
            "dynamic.yml:5 colour UNKNOWN",
            "dynamic.yml:7 standby_cluster.colour UNKNOWN",
            "dynamic.yml:9 postgresql.listen LOCAL_ONLY",
            "dynamic.yml:11 postgresql.parameters.max_connections INVALID",
            "dynamic.yml:12 postgresql.parameters.Work_Mem OVERRIDDEN",
            "dynamic.yml:13 postgresql.parameters.cluster_name CONTROLLED");
    assertThat(value(config, "loop_wait")).isEqualTo("10");
    assertThat(config.at("loop_wait").orElseThrow().origin().was()).isNotNull();
    assertThat(config.parameter("WORK_MEM").map(Python::str)).contains("64MB");
    assertThat(GlobalSettings.of(config).isPaused()).isFalse();
  }

  @Test
  void oneBadValueDropsTheWholeDynamicConfiguration() {
    String dynamic = "ttl: 40\nretry_timeout: fast\npostgresql: {parameters: {work_mem: 1MB}}\n";
    EffectiveConfig config = EffectiveConfig.of(node(LOCAL, dynamic, "", ""));
    assertThat(config.failure()).isNull();
    assertThat(config.refused()).isNotNull();
    assertThat(config.refused().error()).isEqualTo("ValueError");
    assertThat(config.refused().origin().place().orElseThrow().start().line()).isEqualTo(2);
    assertThat(value(config, "ttl")).isEqualTo("30");
    assertThat(ignored(config)).contains("dynamic.yml:1  DOCUMENT_DROPPED");
  }

  @Test
  void dependsOnTheRelease() {
    String dynamic = "ttl: 5\npostgresql: {parameters: {wal_log_hints: off}}\n";
    EffectiveConfig old = EffectiveConfig.of(node(LOCAL, dynamic, "", "3.1"));
    EffectiveConfig now = EffectiveConfig.of(node(LOCAL, dynamic, "", "4.0.0"));
    assertThat(value(old, "ttl")).isEqualTo("5");
    assertThat(value(now, "ttl")).isEqualTo("20");
    assertThat(old.parameter("wal_log_hints").map(Python::str)).contains("on");
    assertThat(now.parameter("wal_log_hints").map(Python::str)).contains("False");
    EffectiveConfig first = EffectiveConfig.of(node(LOCAL, "ttl: '9s'\n", "", "2.0.0"));
    assertThat(value(first, "maximum_lag_on_failover")).isEqualTo("1048576");
  }

  @Test
  void variablesComeFirst() {
    String environment =
        "PATRONI_NAME=b\nPATRONI_ETCD3_HOSTS='h:1,h:2'\nPATRONI_COLOUR=red\nno way\n";
    EffectiveConfig config = EffectiveConfig.of(node(LOCAL, "", environment, ""));
    assertThat(value(config, "name")).isEqualTo("b");
    assertThat(config.at("name").orElseThrow().origin().detail()).isEqualTo("PATRONI_NAME");
    assertThat(value(config, "etcd3", "hosts")).isEqualTo("['h:1', 'h:2']");
    assertThat(ignored(config))
        .contains(
            "patroni.yml:2 name OVERRIDDEN",
            "patroni.env:3 PATRONI_COLOUR UNKNOWN",
            "patroni.env:4  INVALID");
  }

  @Test
  void saysWhyPatroniDoesNotStart() {
    EffectiveConfig config = EffectiveConfig.of(node(LOCAL + "restapi: 8008\n", "", "", ""));
    assertThat(config.failure()).isNotNull();
    assertThat(config.failure().error()).isEqualTo("TypeError");
    assertThat(config.failure().message()).isEqualTo("restapi is a number, not a mapping");
    assertThat(config.configuration().size()).isZero();
  }

  @Test
  void saysWhyADocumentIsNotUsed() {
    for (String dynamic : List.of("[a]\n", "a: [\n", "just text\n")) {
      EffectiveConfig config = EffectiveConfig.of(node(LOCAL, dynamic, "", ""));
      assertThat(config.ignored())
          .filteredOn(i -> i.reason() == Reason.DOCUMENT_DROPPED)
          .as(dynamic)
          .hasSize(1);
      assertThat(value(config, "ttl")).as("bootstrap.dcs for %s", dynamic).isEqualTo("40");
    }
  }

  @Test
  void isWorkedOutOnce() {
    Node node = node(LOCAL, "", "", "");
    assertThat(EffectiveConfig.of(node)).isSameAs(EffectiveConfig.of(node));
  }

  @Test
  void endlessDocumentsEnd() {
    String endless = "scope: &s\n  a: *s\n  b: *s\nname: a\npostgresql: {authentication: {}}\n";
    EffectiveConfig config = EffectiveConfig.of(node(endless, "", "", ""));
    assertThat(value(config, "name")).isEqualTo("a");
  }
}
