package io.patronilint.core.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patronilint.core.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IniReaderTest {

  private static IniFile read(String text) {
    return IniReader.read(new SourceText(text));
  }

  @Test
  void sectionsAndKeysKnowTheirPlaces() {
    String text =
        "# c\n[global]\nrepo1-path = /var/lib \r\n\n\t[demo]\n  pg1-path=/data # no comment\n";
    IniFile file = read(text);
    assertThat(file.problems()).isEmpty();
    assertThat(file.sections()).extracting(IniFile.Section::name).containsExactly("global", "demo");
    IniFile.Key path = file.sections().get(0).keys().get(0);
    assertThat(file.text().slice(path.nameSpan())).isEqualTo("repo1-path");
    assertThat(file.text().slice(path.valueSpan())).isEqualTo("/var/lib");
    assertThat(file.text().slice(file.sections().get(1).span())).isEqualTo("[demo]");
    assertThat(file.sections().get(1).keys())
        .extracting(IniFile.Key::name, IniFile.Key::value)
        .containsExactly(tuple("pg1-path", "/data # no comment"));
  }

  @Test
  void onlyTheFirstEqualsSignSeparates() {
    IniFile file = read("[a]\nrecovery-option=restore_command=cp %f %p\nempty=\n;x=1\n");
    assertThat(file.sections().get(0).keys())
        .extracting(IniFile.Key::name, IniFile.Key::value)
        .containsExactly(
            tuple("recovery-option", "restore_command=cp %f %p"),
            tuple("empty", ""),
            tuple(";x", "1"));
  }

  @Test
  void blanksInBracketsBelongToTheName() {
    assertThat(read("[ a ]\n").sections().get(0).name()).isEqualTo(" a ");
    assertThat(read("[a]]\n").sections().get(0).name()).isEqualTo("a]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", "[a", "[", "[]", "[a]\nb", "[a]\n=1", "[a]\n = 1", "[a] # b"})
  void linesThatPgbackrestRefuses(String text) {
    assertThat(read(text).problems()).hasSize(1);
  }

  @Test
  void readingGoesOnBehindAProblem() {
    IniFile file = read("x=1\n[a]\nb\nc=2\n[d\ne=3\n");
    assertThat(file.problems()).hasSize(3);
    assertThat(file.sections()).singleElement().extracting(s -> s.keys().size()).isEqualTo(2);
  }

  @Test
  void sectionsOfOneNameAreJoined() {
    IniFile file = read("[a]\nx=1\ny=2\n[b]\nx=3\n[a]\nx=4\n");
    assertThat(file.keys("a", "x")).extracting(IniFile.Key::value).containsExactly("1", "4");
    assertThat(file.keys("a", "z")).isEmpty();
  }

  @Test
  void aLineOf64KibibytesIsTooLong() {
    assertThat(read("[a]\n#" + "x".repeat(65534) + "\n").problems()).isEmpty();
    assertThat(read("[a]\n#" + "x".repeat(65535) + "\n").problems()).hasSize(1);
    assertThat(read("[a]\n#" + "é".repeat(32768) + "\n").problems()).hasSize(1);
  }
}
