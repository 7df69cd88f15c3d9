package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every folder {@code cases/FAMILY/RULE/CASE}.
 *
 * <p>{@code input/} holds the files, {@code expected.txt} one line per finding of that rule: {@code
 * file:line severity [fix ...]}; a line {@code options: --dcs kept} gives options; lines that start
 * with # are remarks. {@code host.txt} describes the machine as {@link ListedHost} reads it. If
 * {@code fixed/} is there, the first fix of the first finding leads to it.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(f -> f.getFileName().toString().equals("expected.txt"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void caseGivesWhatIsExpected(Path folder) throws IOException {
    Rule rule = ruleOf(folder);
    List<String> lines =
        Files.readAllLines(folder.resolve("expected.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    Linter.Builder builder = Linter.builder().rules(List.of(rule));
    Path machine = folder.resolve("host.txt");
    if (Files.exists(machine)) {
      builder.host(new ListedHost(Files.readString(machine)));
    }
    Linter linter = builder.build();
    Report report = linter.lint(workspace(folder, lines));
    List<String> expected = lines.stream().filter(l -> !l.startsWith("options:")).toList();
    assertThat(report.findings().stream().map(CasesTest::line).toList())
        .as(
            () ->
                report.findings().stream().map(Finding::message).collect(Collectors.joining("\n")))
        .isEqualTo(expected);
    if (Files.isDirectory(folder.resolve("fixed"))) {
      Workspace fixed = report.workspace().apply(report.findings().get(0).fixes().get(0).edits());
      for (SourceFile file : fixed.files()) {
        assertThat(file.text().text())
            .isEqualTo(Files.readString(folder.resolve("fixed").resolve(file.path())));
      }
    }
  }

  private static Rule ruleOf(Path folder) {
    Path relative = CASES.relativize(folder);
    String id = relative.getName(0) + "/" + relative.getName(1);
    return StandardRules.all().stream()
        .filter(r -> r.info().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rule " + id));
  }

  private static Workspace workspace(Path folder, List<String> lines) {
    Path input = folder.resolve("input").toAbsolutePath();
    WorkspaceLoader loader = WorkspaceLoader.builder().base(input).paths(List.of(input));
    List<String> options =
        lines.stream()
            .filter(l -> l.startsWith("options:"))
            .flatMap(l -> Arrays.stream(l.substring("options:".length()).strip().split("\\s+")))
            .toList();
    Examples.apply(loader, options);
    return loader.load();
  }

  private static String line(Finding finding) {
    String fixes = finding.fixes().stream().map(Fix::name).collect(Collectors.joining(" "));
    return finding.location().file().path()
        + ":"
        + finding.location().start().line()
        + " "
        + finding.severity().label()
        + (fixes.isEmpty() ? "" : " [" + fixes + "]");
  }
}
