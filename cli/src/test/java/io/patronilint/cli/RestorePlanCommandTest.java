package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.cli.output.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestorePlanCommandTest {

  private static final String CONFIGURATION =
      """
      scope: demo
      name: node1
      etcd3:
        hosts: 127.0.0.1:2379
      bootstrap:
        dcs:
          postgresql:
            parameters:
              archive_mode: "on"
              archive_command: pgbackrest --stanza=demo archive-push "%p"
      postgresql:
        listen: 10.0.0.1:5432
        connect_address: 10.0.0.1:5432
        data_dir: /srv/demo/my data
        bin_dir: /usr/lib/postgresql/15/bin
        authentication:
          superuser: {username: admin, password: topsecret1}
          replication: {username: replicator, password: topsecret2}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeConfiguration() throws IOException {
    write("patroni.yml", CONFIGURATION);
  }

  @Test
  void theLatestStateIsRestoredInPlace() {
    JSONObject plan = plan("--dcs", "kept", "patroni.yml");
    assertThat(plan.getString("route")).isEqualTo("in-place");
    assertThat(steps(plan))
        .containsExactly(
            "look-at-backups",
            "stop-patroni",
            "end-pause",
            "move-data-aside",
            "set-restore-command",
            "restore-files",
            "preview",
            "start-first",
            "wait-for-leader",
            "take-backup",
            "start-others",
            "verify");
    assertThat(commands(plan, "restore-files"))
        .startsWith("pgbackrest --stanza=demo --type=standby restore");
    assertThat(commands(plan, "move-data-aside")).contains("mkdir -m 700 '/srv/demo/my data'");
    assertThat(commands(plan, "wait-for-leader"))
        .contains(
            "/usr/lib/postgresql/15/bin/psql -h 10.0.0.1 -p 5432 -U admin -d postgres -XAtc"
                + " 'select pg_is_in_recovery()'");
    assertThat(diff(plan, "set-restore-command"))
        .contains("+    restore_command: pgbackrest --stanza=demo archive-get %f \"%p\"");
  }

  @Test
  void aKnownDynamicConfigurationShortensThePlan() throws IOException {
    write(
        "dynamic.yml",
        """
        loop_wait: 10
        ttl: 30
        postgresql:
          recovery_conf:
            restore_command: pgbackrest --stanza=other archive-get %f "%p"
        """);
    JSONObject plan = plan("--dcs", "kept", "patroni.yml");
    assertThat(steps(plan)).doesNotContain("end-pause");
    assertThat(step(plan, "set-restore-command").getJSONArray("changes")).isEmpty();
    assertThat(commands(plan, "restore-files"))
        .startsWith("pgbackrest --stanza=other --type=standby restore");
  }

  @Test
  void aPointInTimeNeedsACustomBootstrap() {
    JSONObject plan =
        plan("--dcs", "kept", "--target", "2026-03-14T06:12:51Z", "--service", "pg", "patroni.yml");
    assertThat(plan.getString("route")).isEqualTo("custom-bootstrap");
    assertThat(steps(plan))
        .containsSubsequence(
            "save-dynamic-configuration",
            "stop-patroni",
            "move-data-aside",
            "set-bootstrap-method",
            "forget-cluster",
            "start-first",
            "restore-dynamic-configuration",
            "remove-bootstrap-method",
            "take-backup",
            "verify");
    assertThat(diff(plan, "set-bootstrap-method"))
        .contains(
            "pgbackrest --stanza=demo --type=time '--target=2026-03-14 06:12:51+00:00'"
                + " --target-action=promote restore")
        .contains("+    no_params: true");
    assertThat(diff(plan, "remove-bootstrap-method")).contains("-    no_params: true");
    JSONObject forget = step(plan, "forget-cluster").getJSONArray("commands").getJSONObject(0);
    assertThat(forget.getString("command")).isEqualTo("patronictl -c patroni.yml remove demo");
    assertThat(forget.getJSONArray("answers").toList()).containsExactly("demo", "Yes I am aware");
    assertThat(commands(plan, "start-first")).containsExactly("systemctl start pg");
  }

  @Test
  void newMachinesKeepTheBootstrapMethodThatIsThere() throws IOException {
    write(
        "patroni.yml",
        CONFIGURATION.replace(
            "bootstrap:\n",
            """
            bootstrap:
              method: pgbackrest
              pgbackrest:
                command: pgbackrest --stanza=demo restore
                keep_existing_recovery_conf: true
                no_params: true
            """));
    JSONObject plan = plan("--dcs", "wiped", "--onto", "new", "patroni.yml");
    assertThat(steps(plan))
        .contains("prepare-machines")
        .doesNotContain("forget-cluster", "move-data-aside", "remove-bootstrap-method");
    assertThat(step(plan, "set-bootstrap-method").getJSONArray("changes")).isEmpty();
  }

  @Test
  void backupsThatBringWalAreNotRestoredInPlace() throws IOException {
    write("pgbackrest.conf", "[global]\narchive-copy=y\n[demo]\npg1-path=/srv/demo/my data\n");
    JSONObject plan = plan("--dcs", "wiped", ".");
    assertThat(plan.getString("route")).isEqualTo("custom-bootstrap");
  }

  @ParameterizedTest
  @CsvSource({
    "envdir /etc/wal-g wal-g wal-push %p, WAL-G,"
        + " envdir /etc/wal-g wal-g backup-fetch '/srv/demo/my data' LATEST",
    "barman-wal-archive -U backup vault main %p, Barman,"
        + " ssh backup@vault 'barman recover --get-wal --remote-ssh-command"
        + " '\\''ssh postgres@10.0.0.1'\\'' --standby-mode main latest '\\''/srv/demo/my data'\\'''"
  })
  void otherTools(String archive, String tool, String restore) throws IOException {
    write(
        "patroni.yml",
        CONFIGURATION.replace("pgbackrest --stanza=demo archive-push \"%p\"", archive));
    JSONObject plan = plan("--dcs", "kept", "patroni.yml");
    assertThat(plan.getString("tool")).isEqualTo(tool);
    assertThat(commands(plan, "restore-files").get(0)).isEqualTo(restore.replace("''\\", "'\\"));
  }

  @Test
  void walGCannotChooseABackupForATarget() throws IOException {
    write(
        "patroni.yml",
        CONFIGURATION.replace("pgbackrest --stanza=demo archive-push", "wal-g wal-push"));
    String[] asked = {"--dcs", "kept", "--target", "xid=1234", "patroni.yml"};
    JSONObject plan = plan(1, asked);
    assertThat(plan.getJSONArray("open").toString()).contains("--backup NAME");
    assertThat(diff(plan, "set-bootstrap-method"))
        .contains("backup-fetch '/srv/demo/my data' BACKUP_NAME")
        .contains("recovery_target_xid: '1234'")
        .contains("recovery_target_action: promote");
    plan = plan("--backup", "base_01", "--dcs", "kept", "--target", "xid=1234", "patroni.yml");
    assertThat(plan.getJSONArray("open")).isEmpty();
    assertThat(diff(plan, "set-bootstrap-method")).contains("'/srv/demo/my data' base_01\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'tags: {nofailover: true}', keep it from becoming primary",
    "'tags: {failover_priority: 0}', keep it from becoming primary",
  })
  void whatHasToBeSettled(String line, String open) throws IOException {
    write("patroni.yml", CONFIGURATION + line + "\n");
    JSONArray items = plan(1, "--dcs", "kept", "patroni.yml").getJSONArray("open");
    assertThat(items.toString()).contains(open);
  }

  @Test
  void unknownDcsToolAndArchive() throws IOException {
    write("patroni.yml", "scope: demo\nname: a\npostgresql: {listen: 127.0.0.1:5432}\n");
    String items = plan(1, "--onto", "new", "patroni.yml").getJSONArray("open").toString();
    assertThat(items)
        .contains("Does the DCS still know the cluster?")
        .contains("PGDATA stands for it")
        .contains("which backup tool is in use")
        .contains("archive nothing");
  }

  @Test
  void severalMembers() throws IOException {
    write("b.yml", CONFIGURATION.replace("name: node1", "name: node2"));
    JSONObject plan = plan("--dcs", "kept", "--member", "node2", ".");
    assertThat(plan.getString("member")).isEqualTo("node2");
    assertThat(plan.getJSONArray("others").toList()).containsExactly("node1");
    assertThat(step(plan, "set-restore-command").getJSONArray("changes")).hasSize(2);
  }

  @Test
  void textHasNoSecretAndEveryStep() {
    CliRun.Result result = CliRun.in(folder).run("restore", "plan", "--dcs", "kept", "patroni.yml");
    assertThat(result.out())
        .startsWith(
            "Restore of demo to the latest state, onto the same machines with pgBackRest (demo)\n")
        .contains("12. See that it is complete")
        .contains("on node1, as the user of PostgreSQL:\n")
        .doesNotContain("topsecret");
    assertThat(result.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-03-14 06:12:51", "lsn=5", "xid=a", "name=", "yesterday", "timeline=2"})
  void targetsThatAreNone(String target) {
    CliRun.Result result =
        CliRun.in(folder).run("restore", "plan", "--target", target, "patroni.yml");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--target: ").contains("patroni-lint restore plan --help");
  }

  @Test
  void usage() throws IOException {
    assertThat(CliRun.in(folder).run("restore").code()).isEqualTo(2);
    assertThat(CliRun.in(folder).run("restore", "--help").out()).contains("restore plan");
    assertThat(CliRun.in(folder).run("help", "restore").code()).isZero();
    assertThat(CliRun.in(folder).run("help", "restore", "plan").out()).contains("--onto");
    assertThat(CliRun.in(folder).run("restore", "plam").err()).contains("'restore plan'");
    CliRun.Result member =
        CliRun.in(folder).run("restore", "plan", "--member", "node9", "patroni.yml");
    assertThat(member.code()).isEqualTo(2);
    Files.delete(folder.resolve("patroni.yml"));
    assertThat(CliRun.in(folder).run("restore", "plan", ".").code()).isEqualTo(4);
  }

  private JSONObject plan(String... args) {
    return plan(0, args);
  }

  private JSONObject plan(int code, String... args) {
    List<String> all = new ArrayList<>(List.of("restore", "plan", "--format", "json"));
    all.addAll(List.of(args));
    CliRun.Result result = CliRun.in(folder).run(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(code);
    ReportSchema.acceptPlan(result.out());
    return new JSONObject(result.out()).getJSONArray("plans").getJSONObject(0);
  }

  private static List<String> steps(JSONObject plan) {
    List<String> ids = new ArrayList<>();
    for (Object step : plan.getJSONArray("steps")) {
      ids.add(((JSONObject) step).getString("id"));
    }
    return ids;
  }

  private static JSONObject step(JSONObject plan, String id) {
    return plan.getJSONArray("steps").getJSONObject(steps(plan).indexOf(id));
  }

  private static List<String> commands(JSONObject plan, String id) {
    List<String> commands = new ArrayList<>();
    for (Object command : step(plan, id).getJSONArray("commands")) {
      commands.add(((JSONObject) command).getString("command"));
    }
    return commands;
  }

  private static String diff(JSONObject plan, String id) {
    return step(plan, id).getJSONArray("changes").getJSONObject(0).getString("diff");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
