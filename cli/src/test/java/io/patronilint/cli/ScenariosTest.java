package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.cli.output.ReportSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/**
 * {@code preview} says what came when the lab started Patroni on these files.
 *
 * <p>{@code lab/run --capture} wrote the files and what came. Where the outcome hangs on what no
 * file shows, {@code preview-may-say-unknown} allows to say so.
 */
class ScenariosTest {

  private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");

  /** The share of right answers that is promised; unknown is not a right answer. */
  private static final double PROMISED = 0.95;

  private final List<String> wrong = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private int right;

  @Test
  void saysWhatCame() throws IOException {
    try (Stream<Path> list = Files.list(SCENARIOS)) {
      for (Path scenario : list.sorted().toList()) {
        ask(scenario);
      }
    }
    int all = right + wrong.size() + unknown.size();
    System.out.printf(
        Locale.ROOT, "preview: %d of %d starts right, %d unknown%n", right, all, unknown.size());
    assertThat(wrong).isEmpty();
    assertThat((double) right / all).as(String.join("\n", unknown)).isGreaterThan(PROMISED);
  }

  private void ask(Path scenario) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        Files.newBufferedReader(scenario.resolve("scenario.properties"), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    boolean mayNotKnow = properties.containsKey("preview-may-say-unknown");
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (key.startsWith("expected.")) {
        String version = key.substring("expected.".length());
        String expected = properties.getProperty(key);
        String said = preview(scenario, properties.getProperty("dcs"), version);
        String line = scenario.getFileName() + ", Patroni " + version + ": " + said;
        if (said.equals(expected)) {
          right++;
        } else if (mayNotKnow && said.startsWith("unknown/")) {
          unknown.add(line + ", came " + expected);
        } else {
          wrong.add(line + ", came " + expected);
        }
      }
    }
  }

  private static String preview(Path scenario, String dcs, String version) {
    CliRun.Result result =
        CliRun.in(scenario)
            .run("preview", "--format", "json", "--dcs", dcs, "--patroni-version", version, ".");
    assertThat(result.err()).as(scenario.toString()).isEmpty();
    ReportSchema.acceptPreview(result.out());
    JSONObject node = new JSONObject(result.out()).getJSONArray("nodes").getJSONObject(0);
    String said = node.getString("outcome") + "/" + node.getString("data");
    boolean fine = said.equals("primary/complete") || said.equals("replica/complete");
    assertThat(result.code()).as(scenario + ": " + said).isEqualTo(fine ? 0 : 1);
    return said;
  }
}
