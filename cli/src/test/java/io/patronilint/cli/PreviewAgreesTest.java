package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/**
 * The rules and {@code preview} do not contradict each other on any start of the lab: where the
 * node comes up with all its data no rule about restores speaks of an error, and where it does not
 * some rule says so.
 */
class PreviewAgreesTest {

  private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");

  private static final List<String> FAMILIES = List.of("recovery", "backup", "bootstrap");

  /** Errors that do not say that the node will not come up with its data. */
  private static final Map<String, String> ABOUT_SOMETHING_ELSE =
      Map.of(
          "backup/archive-mode-without-command",
          "WAL is no longer archived, which shows when the disk is full",
          "bootstrap/string-boolean-in-method",
          "the string 'false' counts as true, and true is what this method needs");

  @Test
  void rulesAndPreviewDoNotContradictEachOther() throws IOException {
    List<String> contradictions = new ArrayList<>();
    try (Stream<Path> list = Files.list(SCENARIOS)) {
      for (Path scenario : list.sorted().toList()) {
        Properties properties = new Properties();
        try (Reader in =
            Files.newBufferedReader(
                scenario.resolve("scenario.properties"), StandardCharsets.UTF_8)) {
          properties.load(in);
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
          if (key.startsWith("expected.")) {
            String version = key.substring("expected.".length());
            compare(scenario, properties.getProperty("dcs"), version, contradictions);
          }
        }
      }
    }
    assertThat(contradictions).isEmpty();
  }

  private static void compare(
      Path scenario, String dcs, String version, List<String> contradictions) {
    JSONObject preview = run("preview", scenario, dcs, version);
    JSONObject node = preview.getJSONArray("nodes").getJSONObject(0);
    String said = node.getString("outcome") + "/" + node.getString("data");
    boolean fine = said.equals("primary/complete") || said.equals("replica/complete");
    List<String> errors = new ArrayList<>();
    List<String> all = new ArrayList<>();
    JSONArray findings = run("check", scenario, dcs, version).getJSONArray("findings");
    for (int i = 0; i < findings.length(); i++) {
      JSONObject finding = findings.getJSONObject(i);
      String rule = finding.getString("rule");
      String severity = finding.getString("severity");
      boolean restore = FAMILIES.contains(rule.substring(0, rule.indexOf('/')));
      if (severity.equals("error") && restore && !ABOUT_SOMETHING_ELSE.containsKey(rule)) {
        errors.add(rule);
      }
      if (!severity.equals("info")) {
        all.add(rule);
      }
    }
    String start = scenario.getFileName() + ", Patroni " + version + ": " + said;
    if (fine && !errors.isEmpty()) {
      contradictions.add(start + ", but " + errors);
    } else if (!fine && !said.startsWith("unknown/") && all.isEmpty()) {
      contradictions.add(start + ", and no rule says why");
    }
  }

  private static JSONObject run(String command, Path scenario, String dcs, String version) {
    CliRun.Result result =
        CliRun.in(scenario)
            .run(command, "--format", "json", "--dcs", dcs, "--patroni-version", version, ".");
    return new JSONObject(result.out());
  }
}
