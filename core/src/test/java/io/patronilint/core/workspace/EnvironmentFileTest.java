package io.patronilint.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reads files of variables as systemd, Docker Compose and a shell agree on. */
class EnvironmentFileTest {

  private static EnvironmentFile read(String text) {
    return EnvironmentFile.of(SourceFile.of("patroni.env", FileKind.ENVIRONMENT, text));
  }

  private static String value(String line) {
    return read(line + "\n").variables().get(0).value();
  }

  @Test
  void readsValues() {
    assertThat(value("A=b")).isEqualTo("b");
    assertThat(value("A=")).isEmpty();
    assertThat(value("A= b c \t")).isEqualTo("b c");
    assertThat(value("export A=b")).isEqualTo("b");
    assertThat(value("A='b # c'")).isEqualTo("b # c");
    assertThat(value("A=\"b \\\"c\\\" $d\"")).isEqualTo("b \"c\" $d");
    assertThat(value("A=b=c")).isEqualTo("b=c");
    assertThat(value("A=it's")).isEqualTo("it's");
    assertThat(value("A=host:1,host:2")).isEqualTo("host:1,host:2");
    assertThat(value("A=\"x\ny\"")).isEqualTo("x\ny");
    assertThat(value("A=x\\\ny")).isEqualTo("xy");
  }

  @Test
  void leavesCommentsAndBlankLines() {
    EnvironmentFile file = read("\ufeff# A=1\n\n  ; B=2\r\nC=3\r\nD\n");
    assertThat(file.variables()).extracting(EnvironmentFile.Variable::name).containsExactly("C");
    assertThat(file.problems()).isEmpty();
    assertThat(file.variables().get(0).location().start().line()).isEqualTo(4);
  }

  @Test
  void namesLinesThatItCannotRead() {
    EnvironmentFile file = read("A=1\nbroken line\nB C=2\nD='open\nE=5\n");
    assertThat(file.problems())
        .extracting(p -> p.location().start().line() + " " + p.message())
        .containsExactly(
            "2 this line has no '=': no variable is set",
            "3 this is no name of a variable",
            "4 a quote is not closed");
    assertThat(file.variables())
        .extracting(EnvironmentFile.Variable::name)
        .containsExactly("A", "D", "E");
  }
}
