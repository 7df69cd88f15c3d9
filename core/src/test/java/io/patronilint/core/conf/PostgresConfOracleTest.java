package io.patronilint.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.oracle.Oracle;
import io.patronilint.core.oracle.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares {@link ConfReader} with PostgreSQL 15.
 *
 * <p>The server's log tells all refused lines of a file when it reloads. {@code pg_file_settings}
 * tells the values, but gives up a file at the first refused line; so it is asked twice: for the
 * file as it is, and for the file without the lines that we refuse.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresConfOracleTest {

  private static final int BATCH = 250;

  private PostgresServer server;

  @BeforeAll
  void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  /** A text and where it comes from. */
  private record Sample(String name, String text) {}

  @Test
  void agreesOnGeneratedFiles() throws Exception {
    int refused = 0;
    int assignments = 0;
    for (int batch = 0; batch < 12; batch++) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        long seed = batch * 1000L + i;
        samples.add(new Sample("seed " + seed, new GeneratedConf(seed).next()));
      }
      compare(samples);
      for (Sample sample : samples) {
        ExpectedConf expected = new ExpectedConf(sample.text());
        refused += expected.refused().size();
        assignments += expected.assignments(Integer.MAX_VALUE).size();
      }
    }
    assertThat(refused).as("refused lines").isGreaterThan(4_000);
    assertThat(assignments).as("assignments").isGreaterThan(6_000);
  }

  @Test
  void agreesOnPublicFiles() throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (Path file : Oracle.corpus("patronilint.corpus")) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      samples.add(new Sample(file.toString(), text));
    }

    compare(samples);
  }

  private void compare(List<Sample> samples) throws IOException, InterruptedException {
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      main.append(include("raw", i, samples.get(i).text()));
    }
    Files.writeString(server.main(), main);
    Map<String, Refusals> logged = refusals(server.reload());
    for (int i = 0; i < samples.size(); i++) {
      main.append(include("kept", i, new ExpectedConf(samples.get(i).text()).withoutRefused()));
    }
    Files.writeString(server.main(), main);
    Map<String, List<PostgresServer.Row>> rows = rows(server.settings());
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      ExpectedConf expected = new ExpectedConf(sample.text());
      Refusals refusals = logged.getOrDefault(path("raw", i).toString(), new Refusals());
      assertThat(expected.reported(refusals.lastNearEnd))
          .as("lines refused, %s:%n%s", sample.name(), sample.text())
          .isEqualTo(refusals.lines);
      assertThat(expected.assignments(Integer.MAX_VALUE))
          .as("assignments without refused lines, %s:%n%s", sample.name(), sample.text())
          .isEqualTo(results(rows.getOrDefault(path("kept", i).toString(), List.of())));
      assertThat(upToFirst(expected))
          .as("assignments up to the first refused line, %s:%n%s", sample.name(), sample.text())
          .isEqualTo(results(rows.getOrDefault(path("raw", i).toString(), List.of())));
    }
  }

  private static List<String> upToFirst(ExpectedConf expected) {
    List<Integer> refused = expected.refused();
    List<String> results =
        new ArrayList<>(
            expected.assignments(refused.isEmpty() ? Integer.MAX_VALUE : refused.get(0)));
    if (!refused.isEmpty()) {
      results.add("syntax error");
    }
    return results;
  }

  /** Returns assignments and syntax errors; includes that fail are another test's. */
  private static List<String> results(List<PostgresServer.Row> rows) {
    List<String> results = new ArrayList<>();
    for (PostgresServer.Row row : rows) {
      if (!row.name().isEmpty()) {
        results.add(ExpectedConf.assignment(row.line(), row.name(), row.value()));
      } else if (row.error().equals("syntax error")) {
        results.add("syntax error");
      }
    }
    return results;
  }

  /** Lines that the server refuses in one file. */
  private static final class Refusals {
    private final List<Integer> lines = new ArrayList<>();
    private boolean lastNearEnd;
  }

  private static Map<String, Refusals> refusals(String log) {
    Map<String, Refusals> byFile = new HashMap<>();
    Matcher matcher =
        Pattern.compile("syntax error in file \"([^\"]+)\" line (\\d+), near (end|token)")
            .matcher(log);
    while (matcher.find()) {
      Refusals refusals = byFile.computeIfAbsent(matcher.group(1), file -> new Refusals());
      refusals.lines.add(Integer.valueOf(matcher.group(2)));
      refusals.lastNearEnd = matcher.group(3).equals("end");
    }
    return byFile;
  }

  private static Map<String, List<PostgresServer.Row>> rows(List<PostgresServer.Row> rows) {
    Map<String, List<PostgresServer.Row>> byFile = new HashMap<>();
    for (PostgresServer.Row row : rows) {
      byFile.computeIfAbsent(row.file(), file -> new ArrayList<>()).add(row);
    }
    return byFile;
  }

  private Path path(String kind, int index) {
    return server.folder().resolve("%s-%d.conf".formatted(kind, index));
  }

  private String include(String kind, int index, String text) throws IOException {
    Files.write(path(kind, index), text.getBytes(StandardCharsets.UTF_8));
    return "include '%s'%n".formatted(path(kind, index));
  }
}
