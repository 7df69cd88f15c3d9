package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples on every rule's page do what the page says. */
class PagesTest {

  static Stream<Rule> rules() {
    return StandardRules.all().stream();
  }

  private static RulePage page(Rule rule) {
    return RulePage.parse(RulePages.markdown(rule.info()).orElseThrow());
  }

  private static Report lint(Rule rule, Examples examples) {
    return lint(rule, examples, examples.workspace());
  }

  private static Report lint(Rule rule, Examples examples, Workspace workspace) {
    Linter.Builder linter = Linter.builder().rules(List.of(rule));
    if (!examples.machine().isEmpty()) {
      linter.host(new ListedHost(examples.machine()));
    }
    return linter.build().lint(workspace);
  }

  private static List<String> places(Report report) {
    return report.findings().stream().map(PagesTest::place).toList();
  }

  private static String place(Finding finding) {
    return finding.location().file().path() + ":" + finding.location().start().line();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageHasItsParts(Rule rule) {
    RulePage page = page(rule);
    assertThat(page.title()).isEqualTo(rule.info().id());
    assertThat(page.headings())
        .containsExactly(
            "What it means", "Why it hurts", "Bad", "Good", "Fix", "Versions", "Evidence");
    assertThat(page.bad().files()).isNotEmpty();
    assertThat(page.good().files()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void badIsFoundOnTheMarkedLine(Rule rule) {
    Examples bad = page(rule).bad();
    Report report = lint(rule, bad);
    assertThat(places(report)).containsExactlyInAnyOrderElementsOf(bad.marks());
    assertThat(bad.marks()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void goodIsSilent(Rule rule) {
    Examples good = page(rule).good();
    assertThat(places(lint(rule, good))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void firstFixTurnsBadIntoGood(Rule rule) {
    RulePage page = page(rule);
    Workspace workspace = page.bad().workspace();
    List<Finding> findings = lint(rule, page.bad(), workspace).findings();
    assertThat(findings.stream().flatMap(f -> f.fixes().stream()).map(Fix::safety))
        .as("safety of the fixes offered")
        .allMatch(s -> s == Safety.DISPLAY || s.compareTo(rule.info().fix().orElseThrow()) >= 0);
    if (rule.info().fix().filter(s -> s != Safety.DISPLAY).isEmpty()) {
      return;
    }
    Workspace current = workspace;
    for (int i = 0; i < findings.size(); i++) {
      List<Finding> now = lint(rule, page.bad(), current).findings();
      if (now.isEmpty()) {
        break;
      }
      assertThat(now.get(0).fixes()).as("fixes of %s", rule.info().id()).isNotEmpty();
      current = current.apply(now.get(0).fixes().get(0).edits());
    }
    assertThat(texts(current)).isEqualTo(new TreeMap<>(page.good().files()));
    assertThat(places(lint(rule, page.bad(), current))).isEmpty();
  }

  private static Map<String, String> texts(Workspace workspace) {
    Map<String, String> texts = new TreeMap<>();
    for (SourceFile file : workspace.files()) {
      texts.put(file.path(), file.text().text());
    }
    return texts;
  }
}
