package io.patronilint.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFrameTest {

  private static final String YAML =
      """
      scope: demo
      name: a
      postgresql:
        listen: 127.0.0.1:5432
        data_dir: /data
        parameters:
          archive_mode: "on"
          restore_command: cp /archive/%f %p
      """;

  private final SourceFile file = SourceFile.of("patroni.yml", FileKind.PATRONI, YAML);

  @Test
  void marksThePlace() {
    assertThat(frame(at(file, "restore_command: cp /archive/%f %p")))
        .isEqualTo(
            """
             --> patroni.yml:8:5
              |
            8 |     restore_command: cp /archive/%f %p
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
            """);
  }

  @Test
  void showsRelatedPlacesOfTheSameFileInOneFrame() {
    Finding finding =
        build(
            Finding.at(place(file, "restore_command"))
                .related(place(file, "archive_mode"), "this one is fine")
                .related(place(file, "scope"), "the cluster"));
    assertThat(frame(finding))
        .isEqualTo(
            """
             --> patroni.yml:8:5
              |
            1 | scope: demo
              | ----- the cluster
            ...
            7 |     archive_mode: "on"
              |     ------------ this one is fine
            8 |     restore_command: cp /archive/%f %p
              |     ^^^^^^^^^^^^^^^
              |
            """);
  }

  @Test
  void showsTheLinesBetweenPlacesThatAreNear() {
    Finding finding =
        build(Finding.at(place(file, "restore_command")).related(place(file, "data_dir"), "here"));
    assertThat(frame(finding)).contains("5 |", "6 |   parameters:", "7 |").doesNotContain("...");
  }

  @Test
  void showsPlacesOfOtherFilesInFramesOfTheirOwn() {
    SourceFile conf = SourceFile.of("pgdata/postgresql.auto.conf", FileKind.AUTO_CONF, "x = 1\n");
    Finding finding =
        build(Finding.at(place(conf, "x = 1")).related(place(file, "data_dir"), "its home"));
    assertThat(frame(finding))
        .isEqualTo(
            """
             --> pgdata/postgresql.auto.conf:1:1
              |
            1 | x = 1
              | ^^^^^
              |
             ::: patroni.yml:5:3
              |
            5 |   data_dir: /data
              |   -------- its home
              |
            """);
  }

  @Test
  void marksTheFirstLinesOfALongPlace() {
    int start = YAML.indexOf("postgresql");
    Finding finding = build(Finding.at(new Location(file, new Span(start, YAML.length()))));
    assertThat(frame(finding))
        .isEqualTo(
            """
             --> patroni.yml:3:1
              |
            3 | postgresql:
              | ^^^^^^^^^^^
            4 |   listen: 127.0.0.1:5432
              |   ^^^^^^^^^^^^^^^^^^^^^^
            5 |   data_dir: /data
              |   ^^^^^^^^^^^^^^^
              |
            """);
  }

  @Test
  void namesOnlyTheFileIfItIsMeantAsAWhole() {
    assertThat(frame(build(Finding.at(Location.of(file))))).isEqualTo(" --> patroni.yml\n");
  }

  @Test
  void saysWhatARelatedFileAsAWholeHasToDoWithIt() {
    SourceFile signal = SourceFile.of("pgdata/recovery.signal", FileKind.SIGNAL, "");
    Finding finding =
        build(Finding.at(place(file, "scope")).related(Location.of(signal), "recovery was asked"));
    assertThat(frame(finding)).endsWith(" ::: pgdata/recovery.signal\n      recovery was asked\n");
  }

  @Test
  void marksAnEmptyPlaceWithOneSign() {
    Finding finding = build(Finding.at(new Location(file, Span.at(YAML.length()))));
    assertThat(frame(finding)).contains("9 |\n  | ^\n");
  }

  @Test
  void expandsTabs() {
    SourceFile tabs = SourceFile.of("a.conf", FileKind.AUTO_CONF, "a\t=\t'b'\n");
    assertThat(frame(at(tabs, "'b'"))).contains("1 | a   =   'b'\n  |         ^^^\n");
  }

  @Test
  void showsControlCharactersAsEscapes() {
    SourceFile odd = SourceFile.of("a.yml", FileKind.PATRONI, "k: \u001b[31mred\u202e bad\n");
    assertThat(frame(at(odd, "bad")))
        .contains("1 | k: \\x1b[31mred\\u{202e} bad\n")
        .contains("  |                        ^^^\n");
  }

  @Test
  void countsEveryCharacterOnce() {
    SourceFile odd = SourceFile.of("a.yml", FileKind.PATRONI, "k: 😀e\u0301 bad\n");
    assertThat(frame(at(odd, "bad"))).contains("1 | k: 😀e\u0301 bad\n  |       ^^^\n");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    String line = "k: " + "x".repeat(300) + " bad " + "y".repeat(300);
    SourceFile wide = SourceFile.of("a.yml", FileKind.PATRONI, line + "\n");
    String frame = frame(at(wide, "bad"));
    assertThat(frame).contains("| ...x").contains(" bad y").contains("y...\n");
    assertThat(frame.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(60);
    String[] lines = frame.split("\n", -1);
    assertThat(lines[3].indexOf("^^^")).isEqualTo(lines[2].indexOf("bad"));
  }

  @Test
  void takesLittleOfAHugeLine() {
    SourceFile huge =
        SourceFile.of("a.yml", FileKind.PATRONI, "z".repeat(5_000_000) + "bad" + "z".repeat(9_999));
    assertThat(frame(at(huge, "bad"))).contains("zbadz").hasSizeLessThan(400);
  }

  @Test
  void breaksLongLabels() {
    Finding finding =
        build(
            Finding.at(place(file, "scope"))
                .related(
                    place(file, "restore_command"),
                    "this is what Patroni takes away before PostgreSQL starts, every time"));
    assertThat(frame(finding))
        .contains(
            """
            8 |     restore_command: cp /archive/%f %p
              |     ---------------
              |     this is what Patroni takes away before PostgreSQL
              |     starts, every time
            """);
  }

  @Test
  void masksSecretsAndKeepsTheMarksInPlace() {
    SourceFile secret =
        SourceFile.of(
            "patroni.yml", FileKind.PATRONI, "a:\n  {user: x, password: sesame, b: bad}\n");
    Masking masking = Masking.of(List.of(secret));
    StringBuilder out = new StringBuilder();
    new CodeFrame(Style.PLAIN, masking, 60).append(out, at(secret, "bad"));
    assertThat(out)
        .contains(
            """
            2 |   {user: x, password: ********, b: bad}
              |                                    ^^^
            """);
  }

  @Test
  void paintsMarks() {
    StringBuilder out = new StringBuilder();
    new CodeFrame(Style.ANSI, Masking.of(List.of()), 60).append(out, at(file, "demo"));
    assertThat(out).contains("\u001b[1;31m^^^^\u001b[0m").contains("\u001b[1;34m1 |\u001b[0m");
  }

  private static String frame(Finding finding) {
    StringBuilder out = new StringBuilder();
    new CodeFrame(Style.PLAIN, Masking.of(List.of()), 60).append(out, finding);
    return out.toString();
  }

  private static Finding at(SourceFile file, String text) {
    return build(Finding.at(place(file, text)));
  }

  private static Location place(SourceFile file, String text) {
    int start = file.text().text().indexOf(text);
    return new Location(file, new Span(start, start + text.length()));
  }

  private static Finding build(Finding.Builder builder) {
    return builder.build("test/example", Severity.ERROR, "Something is wrong.");
  }
}
