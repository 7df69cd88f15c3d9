package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path folder;

  @Test
  void withoutCommandPrintsTheHelpAsAnError() {
    CliRun.Result result = CliRun.in(folder).run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("patroni-lint checks")
        .contains("Usage: patroni-lint COMMAND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpGoesToStandardOutput(String word) {
    CliRun.Result result = CliRun.in(folder).run(word);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("Commands:", "Exit codes:", "Examples:");
  }

  @Test
  void overviewNamesEveryCommand() {
    String help = CliRun.in(folder).run("help").out();
    for (String name : Commands.names()) {
      assertThat(help).containsPattern("(?m)^  " + name + " ");
    }
  }

  @Test
  void everyHelpFitsATerminalAndShowsAnExample() {
    for (String name : Commands.names()) {
      if (name.equals("help")) {
        continue;
      }
      String byOption = CliRun.in(folder).run(name, "--help").out();
      assertThat(byOption).startsWith("Usage: patroni-lint " + name).contains("Example");
      assertThat(byOption.lines().filter(line -> line.length() > 80)).as(name).isEmpty();
      assertThat(CliRun.in(folder).run("help", name).out()).isEqualTo(byOption);
    }
  }

  @Test
  void printsTheVersion() {
    CliRun.Result result = CliRun.in(folder).run("--version");
    assertThat(result.code()).isZero();
    assertThat(result.out()).matches("patroni-lint \\d+\\.\\d+\\.\\d+\\S*\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "chekc                        | there is no command 'chekc'; did you mean 'check'?",
        "deploy                       | there is no command 'deploy'",
        "--color always check         | the command comes first, then its options: --color",
        "check --fromat json          | there is no option '--fromat'; did you mean '--format'?",
        "check --format xml           | 'xml' is none of text, concise, json",
        "check --dcs gone             | 'gone' is none of kept, wiped, unknown",
        "check --fail-on 1            | '1' is none of error, warning, info, never",
        "check --color yes            | 'yes' is none of auto, always, never",
        "check --format               | missing required parameter for option '--format' (FORMAT)",
        "check --jobs many            | 'many' is not an int",
        "check --jobs 0               | --jobs takes a number from 1, not 0",
        "check --output json          | --output takes FORMAT=FILE, not 'json'",
        "check --output json=         | --output takes FORMAT=FILE, not 'json='",
        "check --output xml=x         | 'xml' is none of text, concise, json",
        "check --output json=no/x     | the report cannot be written to no/x",
        "check --patroni-version four | --patroni-version takes a number such as 4.1, not 'four'",
        "check --select nothing       | no rule or family is called 'nothing' (--select)",
        "check --stdin-filename a.yml | --stdin-filename goes with PATH '-'",
        "rules all                    | rules takes no arguments",
        "explain                      | explain takes one rule",
        "explain a/b c/d              | explain takes one rule",
        "explain a/b                  | no rule is called 'a/b'",
        "rules --format xml           | 'xml' is none of text, json",
      })
  void saysWhatIsWrongInOneSentence(String line, String message) {
    CliRun.Result result = CliRun.in(folder).run(line.split(" +"));
    assertThat(result.err()).contains(message);
    assertThat(result.err().lines()).hasSize(2);
    assertThat(result.err().lines().toList().get(1)).startsWith("Try 'patroni-lint ");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void reportsAnErrorOfOurOwnInOneLine() {
    CliRun run = CliRun.in(folder).rules(new BrokenRule());
    CliRun.Result result = run.input("scope: a\n").run("check", "-");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .contains("internal error (IllegalStateException)", "PATRONI_LINT_DEBUG=1")
        .doesNotContain("at io.patronilint", "sesame");
  }

  @Test
  void showsTheStackTraceOnRequest() {
    CliRun run = CliRun.in(folder).rules(new BrokenRule()).variable("PATRONI_LINT_DEBUG", "1");
    CliRun.Result result = run.input("scope: a\n").run("check", "-");
    assertThat(result.err()).contains("at io.patronilint.cli.UsageTest");
  }

  private static final class BrokenRule implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("test/broken", Severity.ERROR, "Is broken");
    }

    @Override
    public void checkFile(SourceFile file, Findings findings) {
      throw new IllegalStateException("sesame " + List.of(file));
    }
  }
}
