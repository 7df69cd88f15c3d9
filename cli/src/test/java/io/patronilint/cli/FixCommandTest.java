package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {

  private static final String TEXT =
      """
      scope: demo
      name: a
      postgresql:
        listen: 127.0.0.1:5432
      """;

  private static final NeedleRule SAFE =
      NeedleRule.of("test/safe", Severity.ERROR, "demo").fixedBy((file, span) -> safe(file, span));

  private static final NeedleRule UNSAFE =
      NeedleRule.of("test/unsafe", Severity.ERROR, "127.0.0.1")
          .fixedBy(
              (file, span) ->
                  new Fix(
                      "all-addresses",
                      "Listen on all addresses",
                      Safety.UNSAFE,
                      List.of(new FileEdit.Replace(file, span, "0.0.0.0")),
                      List.of("patronictl restart prod"),
                      List.of("The firewall lets in who may.")));

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void writeConfiguration() throws IOException {
    file = folder.resolve("patroni.yml");
    Files.writeString(file, TEXT);
  }

  @Test
  void appliesWhatIsSafeAndReportsTheRest() throws IOException {
    CliRun.Result result = CliRun.in(folder).rules(SAFE, UNSAFE).run("fix");
    assertThat(Files.readString(file)).isEqualTo(TEXT.replace("demo", "prod"));
    assertThat(result.out())
        .startsWith(
            """
            Fixed test/safe (patroni.yml:1)
              rename: Call the cluster prod [patroni.yml].

            error[test/unsafe]: 127.0.0.1 is bad.
            """)
        .contains("Found 1 error. 1 can be fixed with `patroni-lint fix --unsafe-fixes`.");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void exitsWithZeroWhenNothingRemains() throws IOException {
    CliRun.Result result = CliRun.in(folder).rules(SAFE, UNSAFE).run("fix", "--unsafe-fixes");
    assertThat(result.code()).isZero();
    assertThat(Files.readString(file)).contains("scope: prod", "listen: 0.0.0.0:5432");
    assertThat(result.out())
        .contains(
            """
            Fixed test/unsafe (patroni.yml:4)
              all-addresses: Listen on all addresses [patroni.yml].
                - The firewall lets in who may.
                then run:
                  patronictl restart prod

            No problems found.
            """);
  }

  @Test
  void printsNothingButThePatchToStandardOutput() throws IOException {
    CliRun.Result result = CliRun.in(folder).rules(SAFE, UNSAFE).run("fix", "--diff");
    assertThat(result.out())
        .isEqualTo(
            """
            diff --git a/patroni.yml b/patroni.yml
            --- a/patroni.yml
            +++ b/patroni.yml
            @@ -1,4 +1,4 @@
            -scope: demo
            +scope: prod
             name: a
             postgresql:
               listen: 127.0.0.1:5432
            """);
    assertThat(result.err())
        .isEqualTo(
            """
            Would fix test/safe (patroni.yml:1)
              rename: Call the cluster prod [patroni.yml].

            patroni.yml:4:11: error test/unsafe: 127.0.0.1 is bad.
            Found 1 error.
            """);
    assertThat(Files.readString(file)).isEqualTo(TEXT);
    assertThat(result.code()).as("the patch leaves an error").isEqualTo(1);
    assertThat(CliRun.in(folder).rules(SAFE).run("fix", "--diff").code()).isZero();
  }

  @Test
  void paintsThePatchForATerminalOnly() {
    CliRun run = CliRun.in(folder).rules(SAFE);
    assertThat(run.run("fix", "--diff", "--color", "always").out())
        .contains("\u001b[31m-scope: demo\u001b[0m", "\u001b[32m+scope: prod\u001b[0m");
  }

  @Test
  void patchesStandardInputButDoesNotWriteIt() {
    CliRun run = CliRun.in(folder).rules(SAFE).input(TEXT);
    assertThat(run.run("fix", "--diff", "-").out()).contains("+scope: prod");
    CliRun.Result refused = run.run("fix", "-");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("standard input cannot be changed in place; use --diff");
  }

  @Test
  void takesTheFixThatIsPreferred() throws IOException {
    CliRun run = CliRun.in(folder).rules(twoRemedies());
    run.run("fix", "--prefer", "other,rename");
    assertThat(Files.readString(file)).contains("scope: other");
  }

  @Test
  void appliesNoOtherFixInsteadOfAPreferredOneThatMayNotBeApplied() throws IOException {
    NeedleRule rule = display();
    CliRun.Result result = CliRun.in(folder).rules(rule).run("fix", "--prefer", "by-command");
    assertThat(Files.readString(file)).isEqualTo(TEXT);
    assertThat(result.out())
        .startsWith(
            """
            To do by hand: test/display (patroni.yml:1)
              by-command: Rename it while it runs.
                run:
                  patronictl edit-config
            """);
    assertThat(CliRun.in(folder).rules(UNSAFE).run("fix", "--prefer", "all-addresses").out())
        .startsWith("Needs --unsafe-fixes: test/unsafe (patroni.yml:4)\n");
  }

  @Test
  void refusesASlipInTheNameOfAFix() throws IOException {
    CliRun run = CliRun.in(folder).rules(twoRemedies());
    CliRun.Result result = run.run("fix", "--prefer", "otter");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("no finding offers a fix called 'otter'; did you mean 'other'?");
    assertThat(Files.readString(file)).isEqualTo(TEXT);
    assertThat(run.run("fix", "--prefer", "something-else-entirely").code()).isZero();
  }

  @Test
  void writesNothingWhenFixesUndoEachOther() throws IOException {
    NeedleRule undo =
        NeedleRule.of("test/undo", Severity.ERROR, "prod")
            .fixedBy(
                (source, span) ->
                    Fix.of("back", "Undo it", Safety.SAFE, List.of(replace(source, span, "demo"))));
    CliRun.Result result = CliRun.in(folder).rules(SAFE, undo).run("fix");
    assertThat(result.code()).isEqualTo(3);
    assertThat(Files.readString(file)).isEqualTo(TEXT);
  }

  @Test
  void leavesOverlappingFixesToTheNextPass() throws IOException {
    NeedleRule wider =
        NeedleRule.of("test/wider", Severity.ERROR, "scope: demo")
            .fixedBy(
                (source, span) ->
                    Fix.of(
                        "x", "Say x", Safety.SAFE, List.of(replace(source, span, "scope: xdemo"))));
    CliRun.Result result = CliRun.in(folder).rules(wider, SAFE).run("fix");
    assertThat(result.code()).isZero();
    assertThat(Files.readString(file)).startsWith("scope: xprod\n");
  }

  @Test
  void changesNothingOnTheSecondRun() throws IOException {
    CliRun run = CliRun.in(folder).rules(SAFE);
    run.run("fix");
    String once = Files.readString(file);
    assertThat(run.run("fix").out()).startsWith("No problems found.");
    assertThat(Files.readString(file)).isEqualTo(once);
    assertThat(run.run("fix", "--diff").out()).isEmpty();
  }

  @Test
  void saysThatThereIsNothingToFix() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(CliRun.in(empty).run("fix", "--diff").code()).isEqualTo(4);
  }

  private static NeedleRule twoRemedies() {
    return NeedleRule.of("test/two", Severity.WARNING, "demo")
        .fixedBy((source, span) -> safe(source, span))
        .fixedBy(
            (source, span) ->
                Fix.of("other", "Say other", Safety.SAFE, List.of(replace(source, span, "other"))));
  }

  private static NeedleRule display() {
    return NeedleRule.of("test/display", Severity.WARNING, "demo")
        .fixedBy((source, span) -> safe(source, span))
        .fixedBy(
            (source, span) ->
                new Fix(
                    "by-command",
                    "Rename it while it runs",
                    Safety.DISPLAY,
                    List.of(),
                    List.of("patronictl edit-config"),
                    List.of()));
  }

  private static Fix safe(SourceFile source, Span span) {
    List<FileEdit> edits = List.of(replace(source, span, "prod"));
    return Fix.of("rename", "Call the cluster prod", Safety.SAFE, edits);
  }

  private static FileEdit replace(SourceFile source, Span span, String text) {
    return new FileEdit.Replace(source, span, text);
  }
}
