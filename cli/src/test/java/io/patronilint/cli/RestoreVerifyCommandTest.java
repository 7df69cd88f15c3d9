package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.cli.output.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreVerifyCommandTest {

  private static final String CONFIGURATION =
      """
      scope: demo
      name: node1
      etcd3:
        hosts: 127.0.0.1:2379
      postgresql:
        listen: 127.0.0.1:5432
        data_dir: /srv/demo/data
        authentication:
          superuser: {username: postgres, password: topsecret1}
      """;

  private static final String DYNAMIC =
      """
      loop_wait: 10
      ttl: 30
      postgresql:
        parameters:
          archive_mode: "on"
          archive_command: pgbackrest --stanza=demo archive-push "%p"
      """;

  private static final String CONTROL =
      """
      pg_control version number:   1300
      Database cluster state:   in production
      Latest checkpoint's TimeLineID:   2
      """;

  /** As pgBackRest 2.45 prints it, shortened. */
  private static final String INFO =
      """
      [{"archive":[{"database":{"id":1,"repo-key":1},"id":"15-1",
      "max":"000000020000000000000006","min":"000000010000000000000001"}],
      "backup":[{"archive":{"start":"000000010000000000000003","stop":"000000010000000000000003"},
      "error":false,"label":"20260314-061251F"},
      {"archive":{"start":"000000020000000000000006","stop":"000000020000000000000006"},
      "error":false,"label":"20260314-071251F"}],
      "db":[{"id":1,"version":"15"}],"name":"demo","status":{"code":0}}]
      """;

  private static final String ARCHIVER =
      """
      -[ RECORD 1 ]------+------------------------------
      archived_count     | 3
      last_archived_wal  | 000000020000000000000006
      last_archived_time | 2026-03-14 07:12:51.081+00
      failed_count       | 0
      last_failed_wal    |
      last_failed_time   |
      stats_reset        | 2026-03-14 06:12:51.081+00
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeCompleteState() throws IOException {
    write("patroni.yml", CONFIGURATION);
    write("dynamic.yml", DYNAMIC);
    write("data/PG_VERSION", "15\n");
    write("data/postgresql.auto.conf", "work_mem = '8MB'\n");
    write("data/pg_controldata.txt", CONTROL);
    write("pgbackrest-info.json", INFO);
    write("pg_stat_archiver.txt", ARCHIVER);
    members("node1 Leader running 2");
  }

  @Test
  void everythingIsAsItShouldBe() {
    JSONObject cluster = verify(0);
    assertThat(cluster.getBoolean("complete")).isTrue();
    assertThat(cluster.getInt("timeline")).isEqualTo(2);
    assertThat(cluster.getString("leader")).isEqualTo("node1");
    assertThat(statuses(cluster))
        .isEqualTo(
            Map.of(
                "leader", "ok",
                "recovery-ended", "ok",
                "members", "ok",
                "archiving", "ok",
                "backup", "ok",
                "leftovers", "ok"));
    CliRun.Result text = CliRun.in(folder).run("restore", "verify", ".");
    assertThat(text.out()).startsWith("demo: recovery is complete, timeline 2, node1 leads\n");
    assertThat(text.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "node1 Replica running 2, leader, open, No member leads.",
    "node1 Leader stopped 2, leader, open, 'node1 leads, but PostgreSQL there is ''stopped''.'",
    "node1 Leader running 2;node2 Replica starting 2, members, open, node2 is 'starting'.",
    "node1 Leader running 2;node2 Replica running 1, members, open, on timeline 1.",
    "node1 Leader running 2;node2 Replica streaming 2, members, ok, All 2 members",
    "node1 Leader running 3, archiving, open, Nothing of timeline 3 is in the archive",
    "node1 Leader running 3, backup, open, There is no backup on timeline 3 yet."
  })
  void members(String list, String check, String status, String text) throws IOException {
    members(list.split(";"));
    JSONObject cluster = verify(status.equals("ok") ? 0 : 1);
    assertThat(statuses(cluster)).containsEntry(check, status);
    assertThat(cluster.getJSONArray("checks").toString()).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "data/pg_controldata.txt, in production, in archive recovery, recovery-ended, still in recovery",
    "data/pg_controldata.txt, in production, shut down, recovery-ended, does not run",
    "dynamic.yml, '\"on\"', '\"off\"', archiving, archive_mode is off",
    "dynamic.yml, 'archive_mode: \"on\"', 'work_mem: 4MB', archiving, set nowhere",
    "dynamic.yml, 'pgbackrest --stanza=demo archive-push \"%p\"', /bin/true, archiving,"
        + " archive_command is '/bin/true'",
    "data/postgresql.auto.conf, work_mem = '8MB', archive_mode = 'off', archiving,"
        + " postgresql.auto.conf",
    "data/postgresql.auto.conf, work_mem = '8MB', recovery_target_time = '2026-01-01',"
        + " leftover-target, recovery_target_time is left",
    "patroni.yml, 'listen: 127.0.0.1:5432', 'recovery_conf: {recovery_target_xid: 7}',"
        + " leftover-target, postgresql.recovery_conf.recovery_target_xid is left",
    "pg_stat_archiver.txt, last_failed_time   |, last_failed_time | 2026-03-14 08:00:00+00,"
        + " archiving, fails to archive",
    "pgbackrest-info.json, '000000020000000000000006\"},', '000000010000000000000009\"},', backup,"
        + " no backup on timeline 2",
    "dynamic.yml, 'ttl: 30', 'pause: true', pause, maintenance mode"
  })
  void whatIsOpen(String file, String old, String wrong, String check, String text)
      throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(old);
    Files.writeString(path, before.replace(old, wrong));
    JSONObject cluster = verify(1);
    assertThat(statuses(cluster)).containsEntry(check, "open");
    assertThat(cluster.getJSONArray("checks").toString()).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "recovery.signal, recovers once more",
    "standby.signal, has not been promoted",
    "recovery.conf, refuse to start",
    "backup_label, has not begun recovery"
  })
  void filesThatAreLeft(String name, String text) throws IOException {
    write("data/" + name, "");
    JSONObject cluster = verify(1);
    assertThat(statuses(cluster)).containsEntry("leftover-file", "open");
    assertThat(cluster.getJSONArray("checks").toString()).contains(text);
  }

  @Test
  void aBootstrapMethodWithATargetIsLeft() throws IOException {
    write(
        "patroni.yml",
        CONFIGURATION
            + """
            bootstrap:
              method: pgbackrest
              pgbackrest:
                command: pgbackrest --stanza=demo --type=time --target=2026-03-14 restore
            """);
    assertThat(statuses(verify(1))).containsEntry("leftover-target", "open");
  }

  @Test
  void theOldDataDirectoryIsNoted() throws IOException {
    Files.createDirectory(folder.resolve("data.before-restore"));
    JSONObject cluster = verify(0);
    assertThat(statuses(cluster))
        .containsEntry("old-data", "note")
        .containsEntry("leftovers", "ok");
  }

  @Test
  void whatNoFileShowsIsNotTakenForGranted() throws IOException {
    for (String name :
        List.of(
            "patronictl-list.txt",
            "pgbackrest-info.json",
            "pg_stat_archiver.txt",
            "data/pg_controldata.txt")) {
      Files.delete(folder.resolve(name));
    }
    JSONObject cluster = verify(1);
    assertThat(cluster.getBoolean("complete")).isFalse();
    assertThat(statuses(cluster))
        .containsEntry("leader", "unknown")
        .containsEntry("recovery-ended", "unknown")
        .containsEntry("members", "unknown")
        .containsEntry("archiving", "unknown")
        .containsEntry("backup", "unknown");
    assertThat(CliRun.in(folder).run("restore", "verify", ".").out())
        .startsWith("demo: recovery is not complete\n");
  }

  @Test
  void aMaintenanceModeIsOpen() throws IOException {
    write(
        "patronictl-list.txt",
        """
        + Cluster: demo (7576898451541409217) +----+
        | Member | Host | Role | State | TL |
        | node1 | h | Leader | running | 2 |
         Maintenance mode: on
        """);
    assertThat(statuses(verify(1))).containsEntry("pause", "open");
  }

  @Test
  void otherToolsTellThemselvesWhetherThereIsABackup() throws IOException {
    write(
        "dynamic.yml", DYNAMIC.replace("pgbackrest --stanza=demo archive-push", "wal-g wal-push"));
    Files.delete(folder.resolve("pgbackrest-info.json"));
    assertThat(statuses(verify(0))).containsEntry("backup", "note");
  }

  @Test
  void metricsForMonitoring() throws IOException {
    write("data/recovery.signal", "");
    Files.writeString(folder.resolve("restore.prom"), "old\n");
    CliRun.Result result =
        CliRun.in(folder)
            .run("restore", "verify", "--output", "prometheus=restore.prom", "--quiet", ".");
    assertThat(result.err()).contains("--quiet");
    result = CliRun.in(folder).run("restore", "verify", "--output", "prometheus=restore.prom", ".");
    assertThat(result.code()).isEqualTo(1);
    String metrics = Files.readString(folder.resolve("restore.prom"));
    assertThat(metrics)
        .contains("# TYPE patroni_lint_restore_complete gauge\n")
        .contains("\npatroni_lint_restore_complete{cluster=\"demo\"} 1\n")
        .contains("\npatroni_lint_restore_fine{cluster=\"demo\"} 0\n")
        .contains("\npatroni_lint_restore_timeline{cluster=\"demo\"} 2\n")
        .contains(
            "\npatroni_lint_restore_checks{cluster=\"demo\",check=\"leftover-file\","
                + "status=\"open\"} 1\n");
    PrometheusText.accept(metrics);
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith("."));
    }
  }

  @Test
  void usage() throws IOException {
    CliRun.Result result = CliRun.in(folder).run("restore", "verify", "--output", "xml=a", ".");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("none of text, json, prometheus");
    result = CliRun.in(folder).run("restore", "verify", "--output", "json=no/such/folder", ".");
    assertThat(result.code()).isEqualTo(2);
    write("empty/README", "");
    assertThat(CliRun.in(folder).run("restore", "verify", "empty").code()).isEqualTo(4);
  }

  private JSONObject verify(int code) {
    CliRun.Result result = CliRun.in(folder).run("restore", "verify", "--format", "json", ".");
    assertThat(result.err()).isEmpty();
    assertThat(result.all()).doesNotContain("topsecret");
    ReportSchema.acceptVerification(result.out());
    assertThat(result.code()).as(result.out()).isEqualTo(code);
    return new JSONObject(result.out()).getJSONArray("clusters").getJSONObject(0);
  }

  private static Map<String, String> statuses(JSONObject cluster) {
    Map<String, String> statuses = new TreeMap<>();
    for (Object check : cluster.getJSONArray("checks")) {
      JSONObject object = (JSONObject) check;
      statuses.put(object.getString("id"), object.getString("status"));
    }
    return statuses;
  }

  /** Writes the list as {@code patronictl list -f json} prints it; name, role, state, timeline. */
  private void members(String... members) throws IOException {
    List<String> items = new ArrayList<>();
    for (String member : members) {
      String[] words = member.split(" ", -1);
      items.add(
          new JSONObject()
              .put("Cluster", "demo")
              .put("Member", words[0])
              .put("Host", "h")
              .put("Role", words[1])
              .put("State", words[2])
              .put("TL", Integer.parseInt(words[3]))
              .toString());
    }
    write("patronictl-list.txt", "[" + String.join(", ", items) + "]\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
