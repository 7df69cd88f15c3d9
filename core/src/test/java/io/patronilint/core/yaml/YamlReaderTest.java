package io.patronilint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.yaml.YamlMapping.EffectiveEntry;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States what the reader makes of values, keys and mistakes; {@link PyYamlOracleTest} has more. */
class YamlReaderTest {

  private static YamlMapping mapping(String text) {
    YamlDocument document = YamlReader.read(new SourceText(text));
    assertThat(document.problems()).as(text).isEmpty();
    assertThat(document.root()).isInstanceOf(YamlMapping.class);
    return (YamlMapping) Objects.requireNonNull(document.root());
  }

  private static YamlNode value(YamlMapping mapping, String name) {
    EffectiveEntry entry = mapping.find(name);
    assertThat(entry).as(name).isNotNull();
    return Objects.requireNonNull(entry).entry().value().resolved();
  }

  private static YamlProblem problem(String text) {
    YamlDocument document = YamlReader.read(new SourceText(text));
    assertThat(document.root()).isNull();
    assertThat(document.problems()).isNotEmpty();
    return document.problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on | BOOL | True",
        "No | BOOL | False",
        "y | STR | y",
        "~ | NULL | None",
        "0700 | INT | 448",
        "0o700 | STR | 0o700",
        "08 | STR | 08",
        "0x1F | INT | 31",
        "1:30 | INT | 90",
        "12:00:59 | INT | 43259",
        "1_000 | INT | 1000",
        "-0 | INT | 0",
        "1e3 | STR | 1e3",
        "1.0e+3 | FLOAT | 1000.0",
        "1.0e+16 | FLOAT | 1e+16",
        "0.00001 | FLOAT | 1e-05",
        ".5 | FLOAT | 0.5",
        "-.inf | FLOAT | -inf",
        "60:00.5 | FLOAT | 3600.5",
        "2024-02-29 | TIMESTAMP | 2024-02-29",
        "2026-11-22 13:06:18+02 | TIMESTAMP | 2026-11-22 13:06:18+02:00",
        "2026-11-22t13:06:18.5Z | TIMESTAMP | 2026-11-22 13:06:18.500000+00:00",
        "2026-11-22 13:06 | STR | 2026-11-22 13:06",
        "!!str 12 | STR | 12",
        "!!int '0b11' | INT | 3",
        "! '12' | INT | 12",
        "\"12\" | STR | 12",
        "!!binary aGn/ | BINARY | b'hi\\xff'",
      })
  void givesScalarsTheTypesOfYaml11(String written, ScalarType type, String text) {
    YamlScalar scalar = (YamlScalar) value(mapping("a: " + written + "\n"), "a");
    assertThat(scalar.type()).isEqualTo(type);
    assertThat(scalar.value().text()).isEqualTo(text);
  }

  @Test
  void theLastOfEqualKeysCounts() {
    YamlMapping mapping = mapping("a: 1\nb: 2\na: 3\n");
    assertThat(mapping.entries()).hasSize(3);
    assertThat(mapping.effective()).extracting(one -> one.entry().name()).containsExactly("a", "b");
    assertThat(((YamlScalar) value(mapping, "a")).content()).isEqualTo("3");
    assertThat(mapping.duplicates())
        .containsExactly(
            new YamlMapping.Duplicate(mapping.entries().get(0), mapping.entries().get(2)));
  }

  @Test
  void numbersOfDifferentTypesAreOneKey() {
    assertThat(mapping("1: a\n0x1: b\n1.0: c\ntrue: d\n'1': e\n").effective()).hasSize(2);
  }

  @Test
  void mergedEntriesKnowWhereTheyComeFrom() {
    YamlMapping root = mapping("a: &a {p: 1, q: 2}\nb: {<<: *a, q: 3}\n");
    YamlMapping merging = (YamlMapping) value(root, "b");
    assertThat(merging.entries()).extracting(YamlEntry::isMerge).containsExactly(true, false);
    assertThat(Objects.requireNonNull(merging.find("p")).mergedFrom()).isSameAs(value(root, "a"));
    assertThat(Objects.requireNonNull(merging.find("q")).mergedFrom()).isNull();
    assertThat(merging.find("<<")).isNull();
    assertThat(merging.duplicates()).isEmpty();
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryKey() {
    assertThat(mapping("'<<': {a: 1}\n!!str <<: 2\n").entries())
        .noneMatch(YamlEntry::isMerge)
        .hasSize(2);
  }

  @Test
  void findsNamesInLargeMappings() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append('k').append(i).append(": ").append(i).append('\n');
    }
    YamlMapping mapping = mapping(text.toString());
    assertThat(((YamlScalar) value(mapping, "k999")).content()).isEqualTo("999");
    assertThat(mapping.find("k1000")).isNull();
  }

  @Test
  void aRecursiveAliasStandsForTheCollectionAroundIt() {
    YamlMapping root = mapping("a: &a\n  b: *a\n");
    assertThat(value((YamlMapping) value(root, "a"), "b")).isSameAs(value(root, "a"));
    assertThat(root.toString()).contains("name=a");
  }

  @Test
  void aTextWithoutDocumentIsAcceptedAndHasNoRoot() {
    YamlDocument document = YamlReader.read(new SourceText("# nothing\n"));
    assertThat(document.accepted()).isTrue();
    assertThat(document.root()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a:\\t1' | TAB | '\\t'",
        "'a:\\n\\tb: 1' | TAB | '\\t'",
        "'a: b\\tc' | TAB | '\\t'",
        "'-\\ta: 1' | TAB | '\\t'",
        "'a: 1\\n---\\nb: 2' | SEVERAL_DOCUMENTS | '---'",
        "'password: !Secret' | TAG | '!Secret'",
        "'password: !x!y' | TAG | '!x!y'",
        "'a: !!python/object:x.y {}' | TAG | '!!python/object:x.y'",
        "'a: *x' | ALIAS | '*x'",
        "'a: &x 1\\nb: &x 2' | ALIAS | '&x'",
        "'? [a]\\n: b' | UNHASHABLE_KEY | '[a]'",
        "'a: 2024-02-30' | VALUE | '2024-02-30'",
        "'a: =' | VALUE | '='",
        "'a: {<<: 1}' | VALUE | '1'",
        "'a: b: c' | SYNTAX | ':'",
        "'a: - b' | SYNTAX | '-'",
        "'a: %f' | SYNTAX | '%'",
        "'a: @f' | SYNTAX | '@'",
        "'a: *.example.com' | SYNTAX | '*'",
        "'a: [1, 2' | SYNTAX | '['",
        "'a: \"\\\\d\"' | SYNTAX | '\\\\d'",
        "'a: \"b' | SYNTAX | '\"'",
        "'a: {{ x }}' | TEMPLATE | '{{'",
        "'a: 1\\n{% if x %}\\nb: 2' | TEMPLATE | '{%'",
        "'<% if x %>\\na: 1' | TEMPLATE | '<%'",
        "'a: \"{{ x | d(\"b\") }}\"' | TEMPLATE | '{{'",
        "'a: \"{{ x }}\": b' | SYNTAX | ':'",
        "'{\"a\": ${X}}' | TEMPLATE | '${'",
      })
  void saysWhatIsWrongAndWhere(String written, Kind kind, String place) {
    String text = unescaped(written);
    YamlProblem problem = problem(text);
    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(new SourceText(text).slice(problem.span())).isEqualTo(unescaped(place));
    assertThat(problem.message()).endsWith(".");
  }

  private static String unescaped(String text) {
    return text.replace("\\\\", "\u0000")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace('\u0000', '\\');
  }

  @Test
  void reportsAllProblemsWithValuesAtOnce() {
    YamlDocument document = YamlReader.read(new SourceText("a: !x 1\nb: 2024-02-30\n? [c]\n: =\n"));
    assertThat(document.problems())
        .extracting(YamlProblem::kind)
        .containsExactly(Kind.TAG, Kind.VALUE, Kind.UNHASHABLE_KEY, Kind.VALUE);
  }

  @Test
  void noMessageTellsAValue() {
    String secret = "Xk7pQ9";
    for (String written :
        new String[] {
          "!SECRET",
          "!SECRET x",
          "*SECRET",
          "&SECRET.x",
          "%SECRET",
          "@SECRET",
          "`SECRET",
          "'SECRET",
          "\"SECRET",
          "\"SECRET\\d\"",
          "[SECRET",
          "{SECRET: {SECRET",
          "SECRET: SECRET",
          "- SECRET",
          "!!int SECRET",
          "!!binary SECRET",
          "!!timestamp SECRET",
          "|SECRET",
          "> SECRET",
          "SECRET\tx",
          "\"SECRET\" SECRET",
          "{? SECRET?",
          "{{ SECRET }}",
          "!SECRET!x y",
          "!<SECRET",
          "[?SECRET]"
        }) {
      String text = "password: " + written.replace("SECRET", secret) + "\n";
      assertThat(YamlReader.read(new SourceText(text)).problems())
          .as(text)
          .isNotEmpty()
          .noneMatch(problem -> problem.message().contains(secret));
    }
  }
}
