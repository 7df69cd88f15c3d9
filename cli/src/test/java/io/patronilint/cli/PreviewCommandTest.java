package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.cli.output.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewCommandTest {

  private static final String CONFIGURATION =
      """
      scope: demo
      name: node1
      etcd3:
        hosts: 127.0.0.1:2379
      bootstrap:
        dcs:
          ttl: 30
      postgresql:
        listen: 127.0.0.1:5432
        connect_address: 127.0.0.1:5432
        data_dir: /srv/demo/data
        authentication:
          superuser: {username: postgres, password: topsecret1}
          replication: {username: replicator, password: topsecret2}
      """;

  private static final String CONTROL =
      """
      pg_control version number:   1300
      Database system identifier:   7576898451541409217
      Database cluster state:   shut down
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeConfiguration() throws IOException {
    write("patroni.yml", CONFIGURATION);
  }

  @Test
  void saysTheVerdictFirst() throws IOException {
    restored();
    CliRun.Result result = CliRun.in(folder).run("preview", "--dcs", "kept", ".");
    assertThat(result.out())
        .startsWith(
            """
            node1 (PostgreSQL 15, DCS kept): waits for WAL, nothing can be queried
              Patroni will start PostgreSQL as a standby, which will wait for WAL that never comes, because no
              restore_command reaches PostgreSQL.
            """)
        .contains("pgdata/postgresql.auto.conf:1")
        .contains("-restore_command = 'cp /archive/%f %p'")
        .contains("created: pgdata/standby.signal");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void neverShowsASecret() throws IOException {
    restored();
    write(
        "pgdata/postgresql.auto.conf",
        "primary_conninfo = 'host=a user=r password=topsecret3'\nrestore_command = 'cp a/%f %p'\n");
    for (String format : new String[] {"text", "json"}) {
      CliRun.Result result =
          CliRun.in(folder).run("preview", "--dcs", "kept", "--format", format, ".");
      assertThat(result.all()).doesNotContain("topsecret").contains("-primary_conninfo");
    }
  }

  @Test
  void aCleanlyStoppedPrimaryIsFine() throws IOException {
    write("pgdata/PG_VERSION", "15\n");
    write("pgdata/pg_controldata.txt", CONTROL);
    CliRun.Result result = CliRun.in(folder).run("preview", ".");
    assertThat(result.out()).startsWith("node1 (PostgreSQL 15): becomes primary, all data\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void outputsAreRecognisedByTheirContent() throws IOException {
    write("pgdata/PG_VERSION", "15\n");
    write("pgdata/control.out", CONTROL.replace("shut down", "in production"));
    write("pgdata/wal.txt", "archive_status/\n000000010000000000000001\n");
    write(
        "members.json",
        "[{\"Cluster\": \"demo\", \"Member\": \"node1\", \"Role\": \"Replica\","
            + " \"State\": \"stopped\"}]");
    write("copy-of-config.json", "{\"ttl\": 30, \"loop_wait\": 10, \"pause\": true}");
    assertThat(node(".").getString("outcome")).isEqualTo("paused");
  }

  @Test
  void readsWhatStandsBesideANamedFile() throws IOException {
    write(
        "patronictl-list.txt",
        """
        + Cluster: demo (7576898451541409217) +----+
        | Member | Host | Role | State | TL |
        | node2 | h | Leader | running | 1 |
        """);
    JSONObject node = node("patroni.yml");
    assertThat(node.getString("outcome")).isEqualTo("replica");
  }

  @Test
  void anotherSystemIdentifierMakesPatroniExit() throws IOException {
    write("pgdata/PG_VERSION", "15\n");
    write("pgdata/pg_controldata.txt", CONTROL);
    write("patronictl-list.txt", "+ Cluster: demo (1234567890123456789) +\n");
    JSONObject node = node(".");
    assertThat(node.getString("outcome")).isEqualTo("exits");
    assertThat(node.getString("reason")).contains("system ID mismatch");
  }

  @Test
  void anotherClustersListIsNotUsed() throws IOException {
    write("pgdata/PG_VERSION", "15\n");
    write("pgdata/pg_controldata.txt", CONTROL);
    write("patronictl-list.txt", "+ Cluster: other (1234567890123456789) +\n");
    JSONObject node = node(".");
    assertThat(node.getString("outcome")).isEqualTo("primary");
    assertThat(node.getJSONArray("evidence").toString()).contains("about the cluster other");
  }

  @ParameterizedTest
  @CsvSource({
    "pg_controldata.txt, 'pg_control version number:   13', waits-for-wal, cut off",
    "pg_controldata.txt, '', waits-for-wal, cut off",
    "pg_wal.txt, '', unknown, is empty"
  })
  void badOutputsAreNoted(String name, String text, String outcome, String note)
      throws IOException {
    restored();
    write("pgdata/" + name, text);
    JSONObject node = node("--dcs", "kept", ".");
    assertThat(node.getString("outcome")).isEqualTo(outcome);
    assertThat(node.getJSONArray("evidence").toString()).contains(note);
  }

  @Test
  void aListThatIsNoneIsNoted() throws IOException {
    write("patronictl-list.txt", "Error: connection refused\n");
    assertThat(node("--dcs", "kept", ".").getJSONArray("evidence").toString())
        .contains("does not look like the output of `patronictl list`");
  }

  @ParameterizedTest
  @CsvSource({"'scope: [', valid YAML", "'- a', mapping", "'scope: demo', no DCS is configured"})
  void aConfigurationThatCannotBeUsed(String text, String why) throws IOException {
    write("patroni.yml", text);
    JSONObject node = node("patroni.yml");
    assertThat(node.getString("outcome")).isEqualTo("exits");
    assertThat(node.getString("reason")).contains(why);
  }

  @Test
  void whatDependsOnTheDcsIsUnknown() {
    JSONObject node = node(".");
    assertThat(node.getString("outcome")).isEqualTo("unknown");
    assertThat(node.getString("reason"))
        .contains("With the DCS kept")
        .contains("With the DCS wiped");
    JSONArray evidence = node.getJSONArray("evidence");
    assertThat(evidence.toString()).contains("\"needed\"").contains("--dcs");
  }

  @Test
  void usage() throws IOException {
    CliRun.Result concise = CliRun.in(folder).run("preview", "--format", "concise", ".");
    assertThat(concise.code()).isEqualTo(2);
    assertThat(concise.err()).contains("text or json");
    Files.delete(folder.resolve("patroni.yml"));
    assertThat(CliRun.in(folder).run("preview", ".").code()).isEqualTo(4);
  }

  private JSONObject node(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "preview";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(args, 0, all, 3, args.length);
    CliRun.Result result = CliRun.in(folder).run(all);
    assertThat(result.err()).isEmpty();
    ReportSchema.acceptPreview(result.out());
    return new JSONObject(result.out()).getJSONArray("nodes").getJSONObject(0);
  }

  /** A backup that some tool restored, with the right restore_command in the wrong place. */
  private void restored() throws IOException {
    write("pgdata/PG_VERSION", "15\n");
    write(
        "pgdata/backup_label",
        "START WAL LOCATION: 0/2000028 (file 000000010000000000000002)\nLABEL: nightly\n");
    write("pgdata/postgresql.auto.conf", "restore_command = 'cp /archive/%f %p'\n");
    write("pgdata/pg_wal.txt", "archive_status/\n");
    write("pgdata/pg_controldata.txt", CONTROL.replace("shut down", "in production"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
