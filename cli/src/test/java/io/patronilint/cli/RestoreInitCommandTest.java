package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreInitCommandTest {

  private static final String CONFIGURATION =
      """
      scope: demo
      name: node1
      restapi:
        listen: 10.0.0.1:8008
        connect_address: 10.0.0.1:8008
      etcd3:
        hosts: 10.0.0.9:2379
      bootstrap:
        dcs:
          postgresql:
            parameters:
              archive_mode: "on"
              archive_command: pgbackrest --stanza=demo archive-push "%p"
      postgresql:
        listen: 10.0.0.1:5432
        connect_address: 10.0.0.1:5432
        data_dir: /srv/demo
        authentication:
          superuser: {username: admin, password: topsecret1}
          replication: {username: replicator, password: topsecret2}
        pg_hba:
        - local all all peer
        - hostssl all all 10.0.0.0/24 scram-sha-256
        - hostssl replication replicator 10.0.0.0/24 scram-sha-256
      """;

  @TempDir Path folder;

  @Test
  void writesTheUsualFileAndSaysWhatToDoNext() throws IOException {
    write("patroni.yml", CONFIGURATION);
    CliRun.Result result = init("--tool", "pgbackrest", "--env", "prod-1.eu", "patroni.yml");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            "Wrote restore-prod-1.eu.yml (pgBackRest, stanza demo, the latest state). Review it,"
                + " look at it with its configuration (patroni-lint check patroni.yml"
                + " restore-prod-1.eu.yml), and commit it.\n");
    assertThat(read("restore-prod-1.eu.yml"))
        .contains("# environment: prod-1.eu\n")
        .contains(
            "# made by:     patroni-lint restore init --tool pgbackrest --env prod-1.eu"
                + " patroni.yml\n")
        .contains("\n    command: pgbackrest --stanza=demo restore\n")
        .doesNotContain("topsecret");
    assertThat(names()).containsExactly("patroni.yml", "restore-prod-1.eu.yml");
  }

  @Test
  void whatItWritesPassesTheCheckAndDisturbsNothing() throws IOException {
    write("patroni.yml", CONFIGURATION);
    init("--tool", "pgbackrest", "--env", "prod");
    init("--tool", "pgbackrest", "--env", "test", "--target", "2026-03-14 06:12:51Z");
    CliRun run = CliRun.in(folder);
    String all = run.run("check", "--fail-on", "info", "patroni.yml", "restore-prod.yml").out();
    assertThat(all).contains("Checked 2 files of 1 node");
    assertThat(run.run("check", "--fail-on", "info", ".").out()).contains("Checked 1 file of 1");
    assertThat(run.run("restore", "plan", "--dcs", "kept", ".").code()).isZero();
    assertThat(run.run("check", "--fail-on", "warning", "restore-test.yml").code()).isZero();
  }

  @Test
  void patroniWouldRestoreWithIt() throws IOException {
    write("patroni.d/10-patroni.yml", CONFIGURATION);
    init("--tool", "pgbackrest", "--env", "prod", "-o", "patroni.d/restore.yml", "patroni.d");
    CliRun.Result preview =
        CliRun.in(folder)
            .run("preview", "--dcs", "wiped", "--patroni-version", "4.0.7", "patroni.d");
    assertThat(preview.out()).contains("becomes primary");
    assertThat(preview.code()).isZero();
  }

  @Test
  void doesNotOverwriteWithoutForce() throws IOException {
    write("patroni.yml", CONFIGURATION);
    write("restore-prod.yml", "mine: true\n");
    CliRun.Result refused = init("--tool", "pgbackrest", "--env", "prod");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .isEqualTo(
            """
            patroni-lint: restore-prod.yml exists already; --force replaces it
            Try 'patroni-lint restore init --help'.
            """);
    assertThat(read("restore-prod.yml")).isEqualTo("mine: true\n");

    assertThat(init("--tool", "pgbackrest", "--env", "prod", "--force").code()).isZero();
    String first = read("restore-prod.yml");
    assertThat(first).contains("bootstrap:").contains("--tool pgbackrest --env prod\n");
    assertThat(init("--tool", "pgbackrest", "--env", "prod", "--force", ".").code()).isZero();
    assertThat(read("restore-prod.yml")).isEqualTo(first.replace("--env prod\n", "--env prod .\n"));
    assertThat(names()).containsExactly("patroni.yml", "restore-prod.yml");
  }

  @Test
  void printsToStandardOutputOrIntoAnotherFile() throws IOException {
    write("patroni.yml", CONFIGURATION);
    CliRun.Result printed = init("--tool", "pgbackrest", "--env", "prod", "--output", "-");
    assertThat(printed.code()).isZero();
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .startsWith("# patroni-lint restore init: ")
        .contains("patroni-lint check patroni.yml restore-prod.yml\n")
        .doesNotContain("Wrote");
    assertThat(names()).containsExactly("patroni.yml");

    CliRun.Result other = init("--tool", "pgbackrest", "--env", "prod", "--output", "x/dr.yml");
    assertThat(other.out()).startsWith("Wrote x/dr.yml (");
    assertThat(read("x/dr.yml")).contains("patroni-lint check patroni.yml x/dr.yml\n");
    CliRun.Result directory = init("--tool", "pgbackrest", "--env", "a", "-o", "x", "--force");
    assertThat(directory.err()).startsWith("patroni-lint: x cannot be written\n");
    assertThat(directory.code()).isEqualTo(2);
  }

  @Test
  void optionsStandInForFiles() throws IOException {
    CliRun.Result result = init("--tool", "pgbackrest", "--env", "prod", "--stanza", "demo");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("(patroni-lint check patroni.yml restore-prod.yml)");
    assertThat(
            init("--tool", "wal-g", "--env", "w", "--envdir", "/etc/wg", "--data-dir", "/no/where")
                .code())
        .isZero();
    assertThat(read("restore-w.yml"))
        .contains("command: envdir /etc/wg wal-g backup-fetch /no/where LATEST\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--env prod | --tool is needed: pgbackrest, wal-g or barman",
        "--tool pgbackrest | --env is needed: the name of the environment",
        "--tool restic --env a | --tool: 'restic' is none of pgbackrest, wal-g, barman",
        "--tool wal_g --env a | --tool: 'wal_g' is none of pgbackrest, wal-g, barman",
        "--tool pgbackrest --env a/b | --env takes letters, digits, '-', '_' and '.', not 'a/b'",
        "--tool pgbackrest --env ä | --env takes letters",
        "--tool pgbackrest --env a | --stanza is needed: no file says it",
        "--tool barman --env a | --server is needed: no file says it",
        "--tool wal-g --env a --stanza s | --stanza goes with pgBackRest only",
        "--tool pgbackrest --env a --stanza s --target noon | --target: 'noon' is no",
        "--tool pgbackrest --env a --stanza s --member n | no configuration is that of 'n'",
        "--tool pgbackrest --env a --stanza s no.yml | no.yml: The file does not exist",
        "--tool pgbackrest --env a --stanza s --patroni-version 1.6 | 2.0",
      })
  void saysWhatIsWrong(String line, String message) throws IOException {
    CliRun.Result result = init(line.split(" +"));
    assertThat(result.err()).contains(message);
    assertThat(result.err().lines()).hasSize(2);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void pathsThatHoldNothingAreNotAnInvitationToGuess() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    assertThat(init("--tool", "pgbackrest", "--env", "a", "--stanza", "s", "empty").code())
        .isEqualTo(4);
  }

  private CliRun.Result init(String... args) {
    List<String> all = new ArrayList<>(List.of("restore", "init"));
    all.addAll(List.of(args));
    return CliRun.in(folder).run(all.toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
