package io.patronilint.core.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.edit.YamlEditor;
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
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FixPassesTest {

  private static final String START = "scope: a\nname: b\nrestapi: {}\npostgresql:\n  x: 1\n";

  @Test
  void appliesFixesOfSeveralPassesUntilNothingChanges() {
    Rule first = missing("first", "ttl", 30);
    Rule second = missing("second", "loop_wait", 10);
    Rule third = missing("third", "retry_timeout", 10);

    FixOutcome outcome = fix(START, FixPolicy.of(Safety.SAFE), first, second, third);

    assertThat(after(outcome)).isEqualTo(START + "ttl: 30\nloop_wait: 10\nretry_timeout: 10\n");
    assertThat(outcome.applied()).hasSize(3);
    assertThat(outcome.after().findings()).isEmpty();
  }

  @Test
  void doesNotLetFixesEmptyAMappingTogether() {
    String text = START.replace("x: 1", "bad1: 1\n\n  bad2: 2");
    Rule rule = rule("bad", (file, findings) -> removals(file, findings));

    FixOutcome outcome = fix(text, FixPolicy.of(Safety.SAFE), rule);

    assertThat(after(outcome)).isEqualTo(START.replace(":\n  x: 1", ": {}\n"));
  }

  private static void removals(SourceFile file, Findings findings) {
    YamlMapping root = (YamlMapping) Objects.requireNonNull(file.yaml().root());
    YamlMapping.EffectiveEntry found = Objects.requireNonNull(root.find("postgresql"));
    for (YamlEntry entry : ((YamlMapping) found.entry().value()).entries()) {
      if (entry.name().startsWith("bad")) {
        List<FileEdit> edits =
            List.copyOf(YamlEditor.remove(file, List.of("postgresql", entry.name())).edits());
        add(file, findings, Fix.of("remove", "Remove it", Safety.SAFE, edits));
      }
    }
  }

  @Test
  void givesUpWhenAFixGrowsForEver() {
    Rule rule = rule("more", (f, findings) -> add(f, findings, append(f, "# x")));
    assertThatThrownBy(() -> fix(START, FixPolicy.of(Safety.SAFE), rule))
        .isInstanceOf(FixFailedException.class)
        .hasMessage("Fixes do not come to an end: test/more.");
  }

  @Test
  void makesEqualEditsOnce() {
    Rule one = rule("one", (f, findings) -> addOnce(f, findings));
    Rule two = rule("two", (f, findings) -> addOnce(f, findings));
    FixOutcome outcome = fix(START, FixPolicy.of(Safety.SAFE), one, two);
    assertThat(after(outcome)).isEqualTo(START + "# x\n");
    assertThat(outcome.applied()).hasSize(2);
  }

  private static void addOnce(SourceFile file, Findings findings) {
    if (!file.text().text().contains("# x")) {
      add(file, findings, append(file, "# x"));
    }
  }

  @Test
  void createsAndDeletesFiles() {
    Rule rule =
        rule(
            "files",
            (file, findings) -> {
              if (file.name().equals("patroni.yml")) {
                List<FileEdit> edits =
                    List.of(new FileEdit.Create("new.yml", START), new FileEdit.Delete(file));
                add(file, findings, Fix.of("files", "Move it", Safety.SAFE, edits));
              }
            });
    FixOutcome outcome = fix(START, FixPolicy.of(Safety.SAFE), rule);
    assertThat(outcome.patch().toUnifiedDiff())
        .contains("new file mode 100644\n--- /dev/null\n+++ b/new.yml\n")
        .contains("deleted file mode 100644\n--- a/patroni.yml\n+++ /dev/null\n");
  }

  @Test
  void appliesFixesOneByOneWhereTogetherTheyBreakTheFile() {
    Rule one = toggle("one", "name: b", "ttl: 1");
    Rule two = toggle("two", "restapi: {}", "ttl: 1");
    assertThatThrownBy(() -> fix(START, FixPolicy.of(Safety.SAFE), one, two))
        .isInstanceOf(FixFailedException.class)
        .hasMessage("Fixes would leave patroni.yml unreadable: test/two.");
  }

  @Test
  void offersAPatchFromTheReport() {
    Report report = linter(missing("first", "ttl", 30)).lint(workspace(START));
    assertThat(report.patch(Safety.SAFE).toUnifiedDiff())
        .isEqualTo(
            """
            diff --git a/patroni.yml b/patroni.yml
            --- a/patroni.yml
            +++ b/patroni.yml
            @@ -3,3 +3,4 @@
             restapi: {}
             postgresql:
               x: 1
            +ttl: 30
            """);
  }

  private static Rule missing(String name, String key, int value) {
    return rule(
        name,
        (file, findings) -> {
          if (!file.text().text().contains(key)) {
            List<FileEdit> edits = List.copyOf(YamlEditor.set(file, List.of(key), value).edits());
            add(file, findings, Fix.of("add", "Add it", Safety.SAFE, edits));
          }
        });
  }

  private static Rule toggle(String name, String from, String to) {
    return rule(
        name,
        (file, findings) -> {
          int at = file.text().text().indexOf(from);
          if (at >= 0) {
            FileEdit edit = new FileEdit.Replace(file, new Span(at, at + from.length()), to);
            add(file, findings, Fix.of("toggle", "Toggle it", Safety.SAFE, List.of(edit)));
          }
        });
  }

  private static Fix append(SourceFile file, String line) {
    FileEdit edit = new FileEdit.Replace(file, Span.at(file.text().length()), line + "\n");
    return Fix.of("append", "Append a line", Safety.SAFE, List.of(edit));
  }

  private static void add(SourceFile file, Findings findings, Fix... fixes) {
    Finding.Builder finding = Finding.at(Location.of(file));
    Arrays.stream(fixes).forEach(finding::fix);
    findings.add(finding, "Something is wrong " + new ArrayList<>(findings.list()).size() + ".");
  }

  private static Rule rule(String name, BiConsumer<SourceFile, Findings> check) {
    return new Rule() {
      @Override
      public RuleInfo info() {
        return RuleInfo.of("test/" + name, Severity.ERROR, "Test", Safety.SAFE);
      }

      @Override
      public void checkFile(SourceFile file, Findings findings) {
        check.accept(file, findings);
      }
    };
  }

  private static FixOutcome fix(String text, FixPolicy options, Rule... rules) {
    return new Fixer(linter(rules), options).fix(linter(rules).lint(workspace(text)));
  }

  private static Linter linter(Rule... rules) {
    return Linter.builder().rules(List.of(rules)).build();
  }

  private static Workspace workspace(String text) {
    return WorkspaceLoader.builder().text("patroni.yml", text).load();
  }

  private static String after(FixOutcome outcome) {
    assertThat(outcome.patch().changes()).hasSize(1);
    return String.valueOf(outcome.patch().changes().get(0).after());
  }
}
