package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.cli.output.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code effective}. */
class EffectiveCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "patroni.yml",
        """
        scope: demo
        name: a
        restapi:
          authentication: {username: api, password: kanarie1}
        etcd3: {hosts: ['10.0.0.1:2379', "10.0.0.2:2379"]}
        postgresql:
          data_dir: /data
          authentication:
            superuser: {username: su, password: 'kanarie 2'}
          parameters:
            archive_command: |
              set -e
              cp %p /a/%f
            log_line_prefix: '%m [%p] '
            max_connections: 500
          pg_hba: []
        tags: {nofailover: no}
        """);
    write("dynamic.yml", "ttl: 30\nloop_wait: 20\nretry_timeout: 10\n");
    write("patroni.env", "PATRONI_NAME=b\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private CliRun.Result run(String line) {
    return CliRun.in(folder).run(("effective " + line).split(" "));
  }

  @Test
  void printsEachValueWithItsSource() {
    CliRun.Result result = run(".");
    assertThat(result.out())
        .isEqualTo(
            """
            # b, as Patroni 4.1.5 (the newest one known) starts it
            #   patroni.yml
            #   dynamic.yml
            #   patroni.env

            scope: demo                        # patroni.yml:1
            name: b                            # PATRONI_NAME (patroni.env:1)
            ttl: 30                            # dynamic.yml:1
            loop_wait: 10                      # adjusted, dynamic.yml:2 says 20
            retry_timeout: 10                  # dynamic.yml:3
            restapi:
              authentication:
                username: api                  # patroni.yml:4
                password: '********'           # patroni.yml:4
              auth: '********'                 # from restapi.authentication
            etcd3:
              hosts:
                - 10.0.0.1:2379                # patroni.yml:5
                - 10.0.0.2:2379                # patroni.yml:5
            postgresql:
              use_slots: true                  # default
              parameters:
                wal_level: hot_standby         # default
                hot_standby: 'on'              # default
                max_connections: 100           # default
                max_wal_senders: 10            # default
                max_prepared_transactions: 0   # default
                max_locks_per_transaction: 64  # default
                track_commit_timestamp: 'off'  # default
                max_replication_slots: 10      # default
                max_worker_processes: 8        # default
                wal_log_hints: 'on'            # default
                archive_command: |             # patroni.yml:11
                  set -e
                  cp %p /a/%f
                log_line_prefix: '%m [%p] '    # patroni.yml:14
              data_dir: /data                  # patroni.yml:7
              authentication:
                superuser:
                  username: su                 # patroni.yml:9
                  password: '********'         # patroni.yml:9
              pg_hba: []                       # patroni.yml:16
            tags:
              nofailover: false                # patroni.yml:17

            # ignored
            #   patroni.yml:2 name
            #       the variable PATRONI_NAME comes first; patroni.env:1 counts
            #   patroni.yml:15 postgresql.parameters.max_connections
            #       Patroni takes max_connections from the dynamic configuration only
            #   dynamic.yml:2 loop_wait
            #       loop_wait + 2 * retry_timeout must not exceed ttl; ttl is 30 and retry_timeout 10; Patroni
            #       takes 10
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void paintsWhatStandsBeside() {
    assertThat(run("--color always .").out()).contains("scope: demo  ").contains("\u001b[2m# ");
  }

  @Test
  void printsJson() {
    CliRun.Result result = run("--format json .");
    ReportSchema.acceptEffective(result.out());
    assertThat(result.out())
        .contains("\"postgresql.parameters.log_line_prefix\" : {")
        .contains("\"retry_timeout\" : 10")
        .contains("\"reason\" : \"clamped\"")
        .doesNotContain("kanarie");
  }

  @Test
  void showsSecretsOnlyWhenAsked() {
    assertThat(run(".").all()).doesNotContain("kanarie");
    assertThat(run("--show-secrets .").out()).contains("auth: api:kanarie1").contains("kanarie 2");
    assertThat(run("--show-secrets -f json .").out()).contains("\"kanarie 2\"");
  }

  @Test
  void saysThatPatroniDoesNotStart() throws IOException {
    write("patroni.yml", "scope: demo\nname: a\nrestapi: 8008\npostgresql: {data_dir: /d}\n");
    CliRun.Result result = run("patroni.yml");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "# Patroni does not start: restapi is a number, not a mapping (TypeError,"
                + " patroni.yml:3)");
    CliRun.Result json = run("--format json patroni.yml");
    ReportSchema.acceptEffective(json.out());
    assertThat(json.code()).isEqualTo(1);
  }

  @Test
  void saysThatTheDynamicConfigurationIsDropped() throws IOException {
    write("dynamic.yml", "ttl: 30\nloop_wait: fast\n");
    CliRun.Result result = run(".");
    assertThat(result.out())
        .contains(
            "# Patroni drops the dynamic configuration: loop_wait is not a number (ValueError,"
                + " dynamic.yml:2)")
        .contains("loop_wait: 10                      # default");
    ReportSchema.acceptEffective(run("-f json .").out());
  }

  @Test
  void refusesWhatItCannotKnow() throws IOException {
    assertUsage(run("--patroni-version 1.6 ."), "Patroni 2.0 and newer are known, not 1.6");
    assertUsage(run("--patroni-version x ."), "--patroni-version takes a number such as 4.1");
    assertUsage(run("--dynamic-config missing.yml ."), "missing.yml");
    write("bad.yml", "ttl: [1\n");
    assertUsage(run("--dynamic-config bad.yml ."), "bad.yml:");
    assertUsage(run("--fail-on never ."), "fail-on");
    Files.createDirectory(folder.resolve("empty"));
    assertThat(run("empty").code()).isEqualTo(4);
  }

  private static void assertUsage(CliRun.Result result, String message) {
    assertThat(result.err()).contains(message);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void printsSeveralNodesAsDocuments() throws IOException {
    write("other.yml", "scope: other\nname: o\npostgresql: {data_dir: /o, authentication: {}}\n");
    CliRun.Result result = run("patroni.yml other.yml");
    assertThat(result.out()).contains("\n---\n# ").contains("scope: other");
  }

  @Test
  void takesVariablesAlone() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(
        other.resolve("patroni.env"),
        "PATRONI_SCOPE=demo\nPATRONI_NAME=a\nPATRONI_RESTAPI_LISTEN=0.0.0.0:8008\n");
    CliRun.Result result = CliRun.in(other).run("effective");
    assertThat(result.out())
        .contains("# a, as Patroni")
        .contains("listen: 0.0.0.0:8008             # PATRONI_RESTAPI_LISTEN (patroni.env:3)");
    assertThat(CliRun.in(other).run("check").out()).contains("no Patroni node");
  }
}
