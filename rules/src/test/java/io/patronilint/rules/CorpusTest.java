package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks every file of {@code -Dpatronilint.corpus=FOLDER}, each named by hand: nothing may throw.
 * Prints how often each rule speaks and, with {@code -Dpatronilint.corpus.show=RULE}, where.
 */
class CorpusTest {

  @Test
  void noFileMakesARuleOrAFixFail() throws IOException {
    Path root = TestFolders.required("patronilint.corpus");
    String show = System.getProperty("patronilint.corpus.show", "");
    Linter linter = Linter.builder().rules(StandardRules.all()).build();
    Map<String, Integer> counts = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    List<Path> files = files(root);
    for (Path file : files) {
      try {
        Report report =
            linter.lint(WorkspaceLoader.builder().base(root).paths(List.of(file)).load());
        for (Finding finding : report.findings()) {
          counts.merge(finding.rule(), 1, Integer::sum);
          for (Fix fix : finding.fixes()) {
            assertThat(report.workspace().apply(fix.edits()).files()).isNotNull();
          }
          if (!show.isEmpty() && finding.rule().startsWith(show)) {
            System.out.println(Incident.place(finding) + ": " + finding.message());
          }
        }
      } catch (RuntimeException | StackOverflowError e) {
        failures.add(file + ": " + e);
      }
    }
    System.out.println("corpus: " + files.size() + " files, findings by rule: " + counts);
    assertThat(failures).isEmpty();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().equals("index.jsonl"))
          .sorted()
          .toList();
    }
  }
}
