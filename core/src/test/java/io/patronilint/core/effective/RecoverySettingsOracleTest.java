package io.patronilint.core.effective;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.core.yaml.ScalarValue;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the recovery settings of a follower with those that the installed Patroni computes. */
class RecoverySettingsOracleTest {

  private static final List<String> NAMES =
      List.of("restore_command", "Restore_Command", "archive_cleanup_command", "work_mem");

  private static final List<String> CONF_NAMES =
      List.of(
          "restore_command", "recovery_target_time", "recovery_min_apply_delay", "RESTORE_COMMAND");

  private record Sample(List<String> local, String dynamic) {}

  @Test
  void patroniIsInstalledWhereItMustBe() throws Exception {
    assertThat(patroni() || System.getenv("CI") == null).as("python3 can import patroni").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void agreesWithPatroni(int seed) throws Exception {
    Assumptions.assumeTrue(patroni(), "skipped: python3 cannot import patroni");
    Random random = new Random(seed);
    Path script = Path.of("src/test/resources/oracle/recovery_params.py");
    Process process = new ProcessBuilder("/usr/bin/python3", script.toString()).start();
    int withSettings = 0;
    try (BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 250; i++) {
        Sample sample = sample(random);
        out.write(json(sample));
        out.newLine();
        out.flush();
        Map<String, String> theirs = params(in.readLine(), sample);
        assertThat(ours(sample)).as("seed %d, sample %d: %s", seed, i, sample).isEqualTo(theirs);
        withSettings += theirs.isEmpty() ? 0 : 1;
      }
    }
    assertThat(withSettings).as("samples that set something").isGreaterThan(75);
  }

  private static boolean patroni() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("/usr/bin/python3", "-c", "import patroni").start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, String> ours(Sample sample) {
    WorkspaceLoader loader = WorkspaceLoader.builder();
    for (int i = 0; i < sample.local().size(); i++) {
      loader.text(String.format("%02d-patroni.yml", i), sample.local().get(i));
    }
    loader.text("dynamic.yml", sample.dynamic());
    List<Node> nodes = loader.load().nodes();
    assertThat(nodes).as("%s", sample).hasSize(1);
    Map<String, String> result = new TreeMap<>();
    RecoverySettings.of(nodes.get(0))
        .settings()
        .forEach(
            (name, node) -> {
              if (!RecoveryParameters.ignoredForFollowers(name)) {
                result.put(name, node.scalar().map(ScalarValue::text).orElse("?"));
              }
            });
    return result;
  }

  private static Map<String, String> params(String line, Sample sample) {
    ConfigTree answer = ConfigTree.of(SourceFile.of("a.json", FileKind.UNKNOWN, line));
    ConfigNode params =
        answer.at("params").orElseThrow(() -> new AssertionError(line + " for " + sample));
    Map<String, String> result = new TreeMap<>();
    params.children().forEach(c -> result.put(c.key(), c.text().orElseThrow()));
    return result;
  }

  private static Sample sample(Random random) {
    List<String> local = new ArrayList<>();
    int fragments = random.nextInt(3) + 1;
    for (int i = 0; i < fragments; i++) {
      String head = i == 0 ? "scope: s\nname: n\nrestapi: {listen: '1.2.3.4:8008'}\n" : "";
      local.add(head + postgresql(random, i > 0, "  authentication: {}\n"));
    }
    return new Sample(local, "ttl: 30\nloop_wait: 10\n" + postgresql(random, false, ""));
  }

  private static String postgresql(Random random, boolean fragment, String more) {
    StringBuilder text = new StringBuilder("postgresql:\n  use_pg_rewind: true\n").append(more);
    if (random.nextInt(3) == 0) {
      // Patroni 3.0 fails on parameters without a value, so they always have one here.
      String parameters = mapping(random, NAMES, fragment);
      text.append("  parameters:").append(parameters.isEmpty() ? " {}" : parameters).append('\n');
    }
    if (random.nextInt(2) == 0) {
      text.append("  recovery_conf:").append(mapping(random, CONF_NAMES, fragment)).append('\n');
    }
    return text.toString();
  }

  private static String mapping(Random random, List<String> names, boolean fragment) {
    if (random.nextInt(6) == 0) {
      // Patroni 3.0 fails on a null that no earlier fragment gives something to take away.
      return fragment && random.nextBoolean() ? "" : " {}";
    }
    Map<String, String> entries = new TreeMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String value = List.of("cp %f", "'on'", "5", "null", "yes").get(random.nextInt(5));
      boolean odd = value.equals("null") && !fragment;
      entries.put(names.get(random.nextInt(names.size())), odd ? "x" : value);
    }
    return entries.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", ", " {", "}"));
  }

  private static String json(Sample sample) {
    String local = sample.local().stream().map(t -> quote(t)).collect(Collectors.joining(","));
    return "{\"local\":[" + local + "],\"dynamic\":" + quote(sample.dynamic()) + "}";
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
