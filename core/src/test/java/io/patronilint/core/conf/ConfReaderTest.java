package io.patronilint.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfReaderTest {

  private static ConfFile read(String text) {
    return ConfReader.read(new SourceText(text));
  }

  private static ConfEntry only(String text) {
    ConfFile file = read(text);
    assertThat(file.problems()).isEmpty();
    assertThat(file.entries()).hasSize(1);
    return file.entries().get(0);
  }

  private static ConfProblem problem(String text) {
    ConfFile file = read(text);
    assertThat(file.entries()).isEmpty();
    assertThat(file.problems()).hasSize(1);
    return file.problems().get(0);
  }

  @Test
  void everyPartKnowsItsPlace() {
    String text = "# first\n  restore_command = 'cp /a/%f \"%p\"' # why\r\nport=5432\n";
    ConfEntry entry = read(text).entries().get(0);
    SourceText source = new SourceText(text);
    assertThat(source.slice(entry.nameSpan())).isEqualTo("restore_command");
    assertThat(source.slice(entry.valueSpan())).isEqualTo("'cp /a/%f \"%p\"'");
    assertThat(source.slice(entry.span())).isEqualTo("restore_command = 'cp /a/%f \"%p\"'");
    assertThat(source.slice(entry.lineSpan()))
        .isEqualTo("  restore_command = 'cp /a/%f \"%p\"' # why\r\n");
    assertThat(entry.value()).isEqualTo("cp /a/%f \"%p\"");
  }

  @Test
  void anEmptyFileHoldsNothing() {
    assertThat(read("").entries()).isEmpty();
    assertThat(read("\n \t\r\n# only = comments").entries()).isEmpty();
    assertThat(read("\n \t\r\n# only = comments").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "port=5432|5432",
        "port 5432|5432",
        "port'5432'|5432",
        "x = on|on",
        "x = 10MB|10MB",
        "x = -1|-1",
        "x = 0x1Fkb|0x1Fkb",
        "x = 1.5|1.5",
        "x = +.e+5|+.e+5",
        "x = .|.",
        "x = a:b/c-d.e|a:b/c-d.e",
        "x = foo.bar.baz|foo.bar.baz",
        "x = foo.|foo.",
        "x = é|é",
        "x = ''|\"\"",
        "x = 'a''b'|a'b",
        "x = 'a\\'b'|a'b",
        "x = 'a # b'|a # b",
        "x = '\\x41\\8'|x418",
        "x = '\\101\\12345'|AS45",
        "x = '\\303\\251'|é",
        "x = 'a\\000b'|a",
        "x = 'a\\400b'|a",
      })
  void valuesAreReadAsPostgresqlReadsThem(String text, String value) {
    assertThat(only(text).value()).isEqualTo(value);
  }

  @Test
  void escapesOfControlCharacters() {
    assertThat(only("x = 'a\\b\\f\\n\\r\\tz'").value()).isEqualTo("a\b\f\n\r\tz");
  }

  @Test
  void aNulCostsTheCharacterBeforeIt() {
    assertThat(only("x = 'abc\0def'").value()).isEqualTo("ab");
    assertThat(only("x = '\0'").value()).isEmpty();
    assertThat(only("x = 'ab\\\0cd'").value()).isEqualTo("ab");
  }

  @Test
  void directivesAreNoAssignments() {
    ConfFile file = read("include 'a'\nINCLUDE_IF_EXISTS = 'b'\ninclude_dir c\nincluded = 1\n");
    assertThat(file.entries())
        .extracting(ConfEntry::kind, ConfEntry::value)
        .containsExactly(
            tuple(ConfEntry.Kind.INCLUDE, "a"),
            tuple(ConfEntry.Kind.INCLUDE_IF_EXISTS, "b"),
            tuple(ConfEntry.Kind.INCLUDE_DIR, "c"),
            tuple(ConfEntry.Kind.ASSIGNMENT, "1"));
  }

  @Test
  void theLastAssignmentWinsWhateverItsCase() {
    ConfFile file = read("port = 1\nPORT = 2\nporT = 3\n");
    assertThat(file.last("Port")).isSameAs(file.entries().get(2));
    assertThat(file.last("ports")).isNull();
    assertThat(read("\u212Aey = 1\n").last("key")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x =",
        "= 1",
        "x == 1",
        "x = foo.bar",
        "x = 1.5MB",
        "x = 1e5",
        "x = 1 2",
        "x = 'a",
        "x = 'a''b",
        "x = 'a' b",
        "x = a b",
        "x = a,b",
        "x = a+b",
        "x = -",
        "x = /a",
        "x = \"a\"",
        "a.b.c = 1",
        "a-b = 1",
        "1 = 1",
        "a. = 1",
        "'x' = 1",
        "x = 'a\\'",
        "x=1\fy",
        "\0",
        "x=1\ry=2",
        "include foo.conf",
        "$x = 1",
        "x: 1"
      })
  void linesThatPostgresqlRefuses(String text) {
    assertThat(problem(text).span().end()).isLessThanOrEqualTo(text.length());
    ConfFile between = read("a = 1\n" + text + "\nb = 2\n");
    assertThat(between.entries()).extracting(ConfEntry::name).containsExactly("a", "b");
    assertThat(between.problems()).hasSize(1);
  }

  @Test
  void aProblemPointsAtTheTokenThatPostgresqlNames() {
    assertThat(problem("x = a b").span()).isEqualTo(new Span(6, 7));
    assertThat(problem("  x = # nothing").span()).isEqualTo(new Span(2, 5));
    assertThat(problem("restore_command = 'cp %f").message()).contains("no closing quote");
    assertThat(problem("restore_command = 'cp ''%f").message()).contains("no closing quote");
    assertThat(problem("x = 'it's'").message()).contains("must be doubled");
    assertThat(problem("a\n\n").span()).isEqualTo(new Span(0, 1));
  }

  @Test
  void aProblemShowsNoValue() {
    List<String> lines =
        List.of(
            "primary_conninfo = 'host=a' s3cret",
            "primary_conninfo = host=a password=s3cret",
            "primary_conninfo = 'password=s3cret",
            "primary_conninfo = \"password=s3cret\"",
            "primary_conninfo = s3cret.s3cret");
    assertThat(lines).allSatisfy(line -> assertThat(problem(line).message()).doesNotContain("s3c"));
  }

  @Test
  void aByteOrderMarkBecomesPartOfTheFirstName() {
    ConfFile file = read("\uFEFFport = 1\nport = 2\n");
    assertThat(file.entries()).extracting(ConfEntry::name).containsExactly("\uFEFFport", "port");
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("byte order mark"));
    assertThat(problem("\uFEFF# comment\n").message()).contains("byte order mark");
  }

  @Test
  void aHundredRefusedLinesEndTheFile() {
    ConfFile file = read("= 1\n".repeat(99) + "a = 1\n= 1\nb = 1\n");
    assertThat(file.entries()).extracting(ConfEntry::name).containsExactly("a");
    assertThat(file.problems()).hasSize(101);
    assertThat(read("= 1\n".repeat(99) + "a = 1\n").problems()).hasSize(99);
  }
}
