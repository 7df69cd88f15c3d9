package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

  private static final NeedleRule WARN = NeedleRule.of("test/warn", Severity.WARNING, "demo");
  private static final NeedleRule NOTE = NeedleRule.of("test/note", Severity.INFO, "127.0.0.1");

  @TempDir Path folder;

  @BeforeEach
  void writeConfiguration() throws IOException {
    Files.writeString(
        folder.resolve("patroni.yml"),
        """
        scope: demo
        name: a
        postgresql:
          listen: 127.0.0.1:5432
        """);
  }

  @Test
  void saysThatALostDynamicConfigurationDoesNotCount() throws IOException {
    Files.writeString(folder.resolve("dynamic.yml"), "ttl: 30\nloop_wait: 10\n");
    CliRun run = CliRun.in(folder).rules(WARN);
    CliRun.Result lost =
        run.run("check", "--dcs", "wiped", "--dynamic-config", "dynamic.yml", "patroni.yml");
    assertThat(lost.err())
        .isEqualTo(
            "patroni-lint: dynamic.yml does not count: --dcs wiped says that the DCS has lost it\n");
    assertThat(run.run("check", "--dcs", "kept", "--dynamic-config", "dynamic.yml", ".").err())
        .isEmpty();
  }

  @Test
  void showsFindingsForPeople() {
    CliRun.Result result = CliRun.in(folder).rules(WARN, NOTE).run("check");
    assertThat(result.out())
        .startsWith(
            """
            warning[test/warn]: demo is bad.
             --> patroni.yml:1:8
              |
            1 | scope: demo
              |        ^^^^
              |
              = help: patroni-lint explain test/warn

            info[test/note]: 127.0.0.1 is bad.
             --> patroni.yml:4:11
              |
            4 |   listen: 127.0.0.1:5432
              |           ^^^^^^^^^
              |
              = help: patroni-lint explain test/note

            Found 1 warning and 1 note.
            Checked 1 file of 1 node for any Patroni and any PostgreSQL.
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void saysThatAnOldPatroniIsNotKnown() {
    CliRun.Result old = CliRun.in(folder).rules(NOTE).run("check", "--patroni-version", "1.6");
    assertThat(old.err()).contains("Patroni 2.0 and newer are known").contains("1.6");
    assertThat(old.code()).isZero();
    CliRun.Result known = CliRun.in(folder).rules(NOTE).run("check", "--patroni-version", "2.0");
    assertThat(known.err()).isEmpty();
  }

  @Test
  void showsRemedies() {
    NeedleRule rule =
        WARN.fixedBy(
            (file, span) ->
                new Fix(
                    "rename",
                    "Call the cluster by another name",
                    Safety.UNSAFE,
                    List.of(new FileEdit.Replace(file, span, "prod")),
                    List.of("patronictl -c patroni.yml list"),
                    List.of("Patroni has to be stopped on all members first.")));
    CliRun.Result result = CliRun.in(folder).rules(rule).run("check");
    assertThat(result.out())
        .contains(
            """
              |
              = fix rename (unsafe): Call the cluster by another name [patroni.yml].
                  - Patroni has to be stopped on all members first.
                  then run:
                    patronictl -c patroni.yml list
              = help: patroni-lint explain test/warn

            Found 1 warning. 1 can be fixed with `patroni-lint fix --unsafe-fixes`.
            """);
  }

  @Test
  void printsOneLineAFinding() {
    CliRun.Result result = CliRun.in(folder).rules(WARN, NOTE).run("check", "-f", "concise", "-q");
    assertThat(result.out())
        .isEqualTo(
            """
            patroni.yml:1:8: warning test/warn: demo is bad.
            patroni.yml:4:11: info test/note: 127.0.0.1 is bad.
            """);
  }

  @Test
  void quietLeavesTheRestOut() {
    String out = CliRun.in(folder).rules(WARN).run("check", "--quiet").out();
    assertThat(out).contains("demo is bad").doesNotContain("help:", "Found", "Checked");
    assertThat(CliRun.in(folder).rules().run("check", "--quiet").out()).isEmpty();
  }

  @Test
  void wrapsToTheTerminal() {
    String out = CliRun.in(folder).rules(WARN).variable("COLUMNS", "40").run("check").out();
    assertThat(out.lines().filter(line -> line.length() > 40 && !line.contains("explain")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error,0", "warning,1", "info,1", "never,0"})
  void failsOnWhatIsAsked(String failOn, int code) {
    CliRun.Result result = CliRun.in(folder).rules(WARN, NOTE).run("check", "--fail-on", failOn);
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.out()).contains("test/warn", "test/note");
  }

  @Test
  void runsOnlyWhatIsSelected() {
    CliRun run = CliRun.in(folder).rules(WARN, NOTE);
    assertThat(run.run("check", "--select", "test/note").out()).doesNotContain("test/warn");
    assertThat(run.run("check", "--ignore", "test/note,test/warn").out())
        .startsWith("No problems found.");
  }

  @Test
  void writesReportsToFilesAsWell() throws IOException {
    CliRun.Result result =
        CliRun.in(folder)
            .rules(WARN)
            .run("check", "--color=always", "-o", "json=r.json", "--output", "text=r.txt");
    assertThat(Files.readString(folder.resolve("r.json"))).startsWith("{\n  \"version\"");
    assertThat(Files.readString(folder.resolve("r.txt")))
        .startsWith("warning[test/warn]")
        .doesNotContain("\u001b");
    assertThat(result.out()).contains("\u001b[1;33mwarning[test/warn]\u001b[0m");
  }

  @Test
  void printsMetricsForMonitoring() {
    CliRun.Result result =
        CliRun.in(folder).rules(WARN, NOTE).run("check", "--format", "prometheus");
    PrometheusText.accept(result.out());
    assertThat(result.out())
        .contains("\npatroni_lint_files 1\n")
        .contains("\npatroni_lint_nodes 1\n")
        .contains("\npatroni_lint_findings{severity=\"error\"} 0\n")
        .contains("\npatroni_lint_findings{severity=\"warning\"} 1\n")
        .contains("\npatroni_lint_rule_findings{rule=\"test/note\",severity=\"info\"} 1\n");
  }

  @Test
  void readsStandardInput() {
    CliRun.Result result =
        CliRun.in(folder)
            .rules(WARN)
            .input("scope: demo\npostgresql: {}\n")
            .run("check", "--format=concise", "--stdin-filename", "deploy/a.yml", "-q", "-");
    assertThat(result.out()).isEqualTo("deploy/a.yml:1:8: warning test/warn: demo is bad.\n");
  }

  @Test
  void saysThatThereIsNothingToCheck() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CliRun.Result result = CliRun.in(empty).run("check");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("patroni-lint: nothing to check in .: no configuration");
    assertThat(CliRun.in(empty).run("check", "--format", "json").out()).contains("\"files\" : [ ]");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "auto,   -,        -, false, false",
        "auto,   -,        -, true,  true",
        "auto,   NO_COLOR, 1, true,  false",
        "auto,   NO_COLOR, '', true, true",
        "auto,   CLICOLOR_FORCE, 1, false, true",
        "auto,   CLICOLOR_FORCE, 0, false, false",
        "auto,   TERM, dumb, true, false",
        "always, NO_COLOR, 1, false, true",
        "never,  CLICOLOR_FORCE, 1, true, false",
      })
  void usesColoursWhereTheyAreWanted(
      String when, @Nullable String variable, String value, boolean terminal, boolean coloured) {
    CliRun run = CliRun.in(folder).rules(WARN);
    if (variable != null) {
      run.variable(variable, value);
    }
    if (terminal) {
      run.terminal();
    }
    assertThat(run.run("check", "--color", when).out().contains("\u001b[")).isEqualTo(coloured);
  }
}
