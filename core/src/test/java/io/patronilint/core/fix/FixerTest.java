package io.patronilint.core.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixerTest {

  /** Wants every occurrence of a word replaced by another. */
  private record Word(String word, String instead, Safety safety, String name) implements Rule {

    @Override
    public RuleInfo info() {
      return RuleInfo.of("syntax/" + name, Severity.WARNING, "a word", safety);
    }

    @Override
    public void checkFile(SourceFile file, Findings findings) {
      String text = file.text().text();
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        Span span = new Span(at, at + word.length());
        FileEdit edit = new FileEdit.Replace(file, span, instead);
        Fix fix = Fix.of(name, "replace it", safety, List.of(edit));
        findings.add(Finding.at(new Location(file, span)).fix(fix), "There is a word.");
      }
    }
  }

  private static Report lint(String text, Rule... rules) {
    Workspace workspace = WorkspaceLoader.builder().text("patroni.yml", text).load();
    return Linter.builder().rules(List.of(rules)).build().lint(workspace);
  }

  private static String fixed(Report report, FixPolicy policy, Rule... rules) {
    Linter linter = Linter.builder().rules(List.of(rules)).build();
    FixOutcome outcome = new Fixer(linter, policy).fix(report);
    return outcome.after().workspace().files().get(0).text().text();
  }

  @Test
  void appliesSafeFixesOnly() {
    Rule safe = new Word("one", "1", Safety.SAFE, "one");
    Rule unsafe = new Word("two", "2", Safety.UNSAFE, "two");
    Report report = lint("scope: one\nname: two one\n", safe, unsafe);
    assertThat(fixed(report, FixPolicy.of(Safety.SAFE), safe, unsafe))
        .isEqualTo("scope: 1\nname: two 1\n");
    assertThat(fixed(report, FixPolicy.of(Safety.UNSAFE), safe, unsafe))
        .isEqualTo("scope: 1\nname: 2 1\n");
    assertThat(report.patch(Safety.SAFE).toUnifiedDiff()).contains("-scope: one", "+scope: 1");
  }

  @Test
  void fixesThatOverlapWaitForTheNextPass() {
    Rule twin = new Word("aa", "a", Safety.SAFE, "twin");
    assertThat(fixed(lint("scope: aaaaa\n", twin), FixPolicy.of(Safety.SAFE), twin))
        .isEqualTo("scope: a\n");
  }

  @Test
  void fixesThatUndoEachOtherAreReported() {
    Rule on = new Word("on", "off", Safety.SAFE, "on");
    Rule off = new Word("off", "on", Safety.SAFE, "off");
    Report report = lint("scope: on\n", on, off);
    assertThatThrownBy(() -> fixed(report, FixPolicy.of(Safety.SAFE), on, off))
        .isInstanceOf(FixFailedException.class)
        .hasMessageContaining("syntax/on");
  }

  @Test
  void aFixThatBreaksTheFileIsReported() {
    Rule breaking = new Word("good", "[", Safety.SAFE, "breaking");
    Report report = lint("scope: good\n", breaking);
    assertThatThrownBy(() -> fixed(report, FixPolicy.of(Safety.SAFE), breaking))
        .isInstanceOf(FixFailedException.class)
        .hasMessageContaining("patroni.yml");
  }

  @Test
  void aPreferredFixIsChosenByName() {
    Rule first = new Word("one", "1", Safety.SAFE, "first");
    Finding finding = lint("scope: one\n", first).findings().get(0);
    FixPolicy policy = new FixPolicy(Safety.SAFE, List.of("nowhere", "first"));
    assertThat(policy.toApply(finding).map(Fix::name)).contains("first");
    assertThat(FixPolicy.of(Safety.SAFE).choose(finding)).isPresent();
  }
}
