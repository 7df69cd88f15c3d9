package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patronilint.core.Linter;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.host.Host;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.schemas.oracle.RealPatroni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we say of a machine against what Patroni's validator and PostgreSQL say of the same one. */
class HostOracleTest {

  private static final String PROGRAMS = "/usr/lib/postgresql/15/bin";
  private static final String SERVER = PROGRAMS + "/postgres";

  @TempDir private Path folder;

  @Test
  void saysAllThatTheValidatorSaysOfTheMachine() throws IOException, InterruptedException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Files.setPosixFilePermissions(
        Files.createFile(programs.resolve("pg_ctl")), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.createFile(folder.resolve("file"));
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.createFile(other.resolve("README"));
    Path part = Files.createDirectories(folder.resolve("part"));
    Files.writeString(part.resolve("PG_VERSION"), "15\n");
    Path old = cluster("old", "14");
    try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      List<String> texts = new ArrayList<>();
      texts.add(text("127.0.0.1:" + port, "127.0.0.1:1", PROGRAMS, "/none"));
      texts.add(text("127.0.0.1:1", "127.0.0.1:" + port, PROGRAMS, "/none"));
      for (Path data : List.of(file, other, part, old)) {
        texts.add(text("127.0.0.1:1", "127.0.0.1:2", PROGRAMS, data.toString()));
      }
      for (String bin : List.of("/nowhere/bin", programs.toString(), file.toString())) {
        texts.add(text("127.0.0.1:1", "127.0.0.1:2", bin, "/none"));
      }
      for (RealPatroni patroni : RealPatroni.all()) {
        compare(patroni, texts);
      }
    }
  }

  private void compare(RealPatroni patroni, List<String> texts)
      throws IOException, InterruptedException {
    List<String> answers =
        patroni.ask("validator_on_this_machine.py", texts.stream().map(RealPatroni::hex).toList());
    for (int i = 0; i < texts.size(); i++) {
      Set<String> theirs = new TreeSet<>(Arrays.asList(answers.get(i).split(" ", -1)));
      theirs.remove("-");
      assertThat(theirs).as(texts.get(i)).isNotEmpty();
      Set<String> ours = new TreeSet<>();
      for (Finding finding : findings(texts.get(i), null)) {
        ours.add(String.valueOf(finding.path()));
      }
      assertThat(ours).as(texts.get(i)).containsAll(theirs);
    }
  }

  @Test
  void refusesTheDirectoriesThatPostgresqlRefuses() throws IOException, InterruptedException {
    boolean able = run("runuser", "-u", "postgres", "--", SERVER, "--version").code() == 0;
    if ("true".equals(System.getenv("CI"))) {
      assertThat(able).as("needed where CI=true: %s and root", SERVER).isTrue();
    }
    assumeTrue(able, "skipped: needs root and " + SERVER);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = cluster("data", "15");
    Files.createFile(data.resolve("postgresql.conf"));
    for (String mode : List.of("0700", "0750", "0755", "0770", "0701")) {
      for (String owner : List.of("postgres", "nobody")) {
        run("chown", "-R", owner, data.toString());
        run("chmod", mode, data.toString());
        String said = run("runuser", "-u", "postgres", "--", SERVER, "-D", data.toString()).text();
        boolean refused =
            said.contains("invalid permissions")
                || said.contains("wrong ownership")
                || said.contains("could not access directory")
                || said.contains("Permission denied");
        boolean found =
            findings(text("127.0.0.1:1", "127.0.0.1:2", PROGRAMS, data.toString()), "postgres")
                .stream()
                .anyMatch(f -> f.rule().equals("host/data-directory-access"));
        assertThat(found).as("%s %s: %s", mode, owner, said).isEqualTo(refused);
      }
    }
  }

  private Path cluster(String name, String version) throws IOException {
    Path data = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(data.resolve("pg_wal"));
    Files.createDirectories(data.resolve("global"));
    Files.createFile(data.resolve("global/pg_control"));
    Files.writeString(data.resolve("PG_VERSION"), version + "\n");
    return data;
  }

  private static String text(String rest, String server, String programs, String data) {
    return String.join(
        "\n",
        "scope: forge",
        "name: forge-1",
        "restapi: {listen: '" + rest + "', connect_address: '10.1.1.1:8008'}",
        "etcd3: {url: 'http://10.1.1.9:2379'}",
        "bootstrap: {dcs: {ttl: 30}, pg_hba: [local all all peer], initdb: [data-checksums]}",
        "postgresql:",
        "  listen: " + server,
        "  connect_address: 10.1.1.1:5432",
        "  bin_dir: " + programs,
        "  data_dir: " + data,
        "  authentication:",
        "    superuser: {username: postgres}",
        "    replication: {username: replicator}",
        "    rewind: {username: rewinder}",
        "");
  }

  private List<Finding> findings(String text, @Nullable String user) {
    return Linter.builder()
        .rules(StandardRules.all())
        .host(Host.local(folder, user))
        .build()
        .lint(WorkspaceLoader.builder().text("patroni.yml", text).load())
        .findings()
        .stream()
        .filter(f -> f.rule().startsWith("host/"))
        .toList();
  }

  private record Outcome(int code, String text) {}

  private static Outcome run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Outcome(process.exitValue(), text);
    } catch (IOException e) {
      return new Outcome(-1, e.toString());
    }
  }
}
