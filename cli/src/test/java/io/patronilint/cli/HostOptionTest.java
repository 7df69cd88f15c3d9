package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --host}: the machine is looked at when that is asked for, and not otherwise. */
class HostOptionTest {

  @TempDir private Path folder;

  private CliRun.Result check(String... options) throws IOException {
    Files.writeString(
        folder.resolve("patroni.yml"),
        """
        scope: forge
        name: forge-1
        restapi: {listen: '127.0.0.1:1', connect_address: '10.1.1.1:8008'}
        etcd3: {host: '10.1.1.9:2379'}
        postgresql:
          listen: 127.0.0.1:2
          connect_address: 10.1.1.1:5432
          bin_dir: /nowhere/bin
          data_dir: /nowhere/data
          authentication: {superuser: {username: a}, replication: {username: b}}
        """);
    String[] arguments = new String[options.length + 4];
    arguments[0] = "check";
    arguments[1] = "--format";
    arguments[2] = "concise";
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[options.length + 3] = "patroni.yml";
    return CliRun.in(folder).run(arguments);
  }

  @Test
  void looksAtTheMachine() throws IOException {
    CliRun.Result run = check("--host", "--host-user", "0");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("error host/missing-program").contains("/nowhere/bin");
  }

  @Test
  void doesNotWithoutTheOption() throws IOException {
    CliRun.Result run = check();
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("host/");
  }

  @Test
  void refusesAUserThatTheMachineDoesNotHave() throws IOException {
    CliRun.Result run = check("--host", "--host-user", "nobody at all");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--host-user").contains("nobody at all");
    assertThat(check("--host-user", "root").code()).isEqualTo(2);
  }
}
