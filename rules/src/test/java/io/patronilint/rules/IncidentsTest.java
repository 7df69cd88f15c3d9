package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Runs every rule over the incidents of {@code -Dpatronilint.incidents=FOLDER}, prints the score
 * and fails when it is worse than {@code incidents-baseline.tsv}.
 */
class IncidentsTest {

  private static final Path BASELINE = Path.of("src/test/resources/incidents-baseline.tsv");

  private record Score(int found, int total) {
    Score add(boolean hit) {
      return new Score(found + (hit ? 1 : 0), total + 1);
    }
  }

  @Test
  void incidentsAreFoundAndCleanCasesStaySilent() throws IOException {
    List<Incident> incidents = Incident.all(TestFolders.required("patronilint.incidents"));
    Linter linter = Linter.builder().rules(StandardRules.all()).build();
    Map<String, Score> scores = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    List<String> alarms = new ArrayList<>();
    for (Incident incident : incidents) {
      Report report = incident.lint(linter);
      if (incident.isClean()) {
        for (Finding f : incident.falseAlarms(report)) {
          alarms.add(incident.name() + " " + Incident.place(f) + " " + f.rule());
        }
        continue;
      }
      boolean hit = incident.isFound(report);
      scores.merge(incident.family(), new Score(0, 0).add(hit), (a, b) -> a.add(hit));
      if (!hit) {
        missed.add(incident.name());
      }
    }
    print(scores, missed, alarms);
    assertThat(alarms).as("false alarms on clean cases").isEmpty();
    assertThat(worseThanBaseline(scores)).as("families with fewer incidents found").isEmpty();
  }

  private static void print(Map<String, Score> scores, List<String> missed, List<String> alarms) {
    StringBuilder out = new StringBuilder("incidents: found/total by family\n");
    int found = 0;
    int total = 0;
    for (Map.Entry<String, Score> e : scores.entrySet()) {
      Score s = e.getValue();
      found += s.found();
      total += s.total();
      out.append(String.format("%4d/%-3d %s%n", s.found(), s.total(), e.getKey()));
    }
    out.append(String.format("%4d/%-3d all%n", found, total));
    out.append("missed: ").append(String.join(" ", missed)).append('\n');
    out.append("false alarms on clean cases: ").append(alarms.size()).append('\n');
    System.out.print(out);
  }

  /** Families are compared only where they have as many incidents as when the score was taken. */
  private static List<String> worseThanBaseline(Map<String, Score> scores) throws IOException {
    List<String> worse = new ArrayList<>();
    for (String line : Files.readAllLines(BASELINE)) {
      String[] columns = line.split("\t", -1);
      if (line.startsWith("#") || columns.length != 3) {
        continue;
      }
      Score now = scores.get(columns[2]);
      if (now != null
          && now.total() == Integer.parseInt(columns[1])
          && now.found() < Integer.parseInt(columns[0])) {
        worse.add(columns[2] + ": " + now.found() + " < " + columns[0]);
      }
    }
    return worse;
  }
}
