package io.patronilint.schemas.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The installed PostgreSQL 15, run as user postgres if the test runs as root. No server is started.
 */
public final class RealPostgres {

  private final Path bin =
      Path.of(System.getProperty("patronilint.postgres.bin", "/usr/lib/postgresql/15/bin"));

  /** Skips the test if PostgreSQL is not installed, and fails it where {@code CI=true}. */
  public RealPostgres() {
    boolean installed = Files.isExecutable(bin.resolve("initdb"));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("needed where CI=true: PostgreSQL 15 in " + bin).isTrue();
    }
    Assumptions.assumeTrue(installed, "skipped, because PostgreSQL 15 is not in " + bin);
  }

  /** Returns the lines of {@code postgres --describe-config}. */
  public List<String> describeConfig() throws IOException, InterruptedException {
    return run("", "postgres", "--describe-config").lines().toList();
  }

  /**
   * Runs one query in a new cluster that is removed afterwards.
   *
   * @return the output of PostgreSQL's single-user mode
   */
  public String query(String sql) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("plgucs");
    try {
      if (isRoot()) {
        Files.setOwner(
            folder,
            folder
                .getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName("postgres"));
      }
      String data = folder.resolve("data").toString();
      run(
          "",
          "initdb",
          "-D",
          data,
          "-U",
          "postgres",
          "-A",
          "trust",
          "-N",
          "-E",
          "UTF8",
          "--locale=C");
      return run(sql + "\n", "postgres", "--single", "-F", "-D", data, "postgres");
    } finally {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private String run(String input, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var stream = process.outputWriter(StandardCharsets.UTF_8)) {
      stream.write(input);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command.toString()).isZero();
    return output;
  }
}
