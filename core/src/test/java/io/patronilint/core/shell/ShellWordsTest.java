package io.patronilint.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void quotesAndBackslashesAreTakenAway() {
    ShellWords words = ShellWords.split(" a 'b c'\"d\"  e\\ f \"g\\\"\\h\" '' #x ");
    assertThat(words.problem()).isNull();
    assertThat(words.texts()).containsExactly("a", "b cd", "e f", "g\"\\h", "", "#x");
    assertThat(words.words())
        .extracting(ShellWord::quoted)
        .containsExactly(false, true, true, true, true, false);
  }

  @Test
  void wordsKnowTheirPlaces() {
    String command = "cp  'a b'\\ c \"\" d";
    ShellWords words = ShellWords.split(command);
    assertThat(words.words())
        .extracting(word -> command.substring(word.span().start(), word.span().end()))
        .containsExactly("cp", "'a b'\\ c", "\"\"", "d");
    ShellWord second = words.words().get(1);
    for (int i = 0; i < second.text().length(); i++) {
      assertThat(command.charAt(second.offsetOf(i))).isEqualTo(second.text().charAt(i));
    }
    assertThat(second.offsetOf(second.text().length())).isEqualTo(second.span().end());
  }

  @Test
  void aProblemKeepsTheWordsBeforeIt() {
    ShellWords open = ShellWords.split("cp 'a");
    assertThat(open.texts()).containsExactly("cp");
    assertThat(open.problem()).extracting(ShellProblem::message).isEqualTo("No closing quotation");
    ShellWords escape = ShellWords.split("cp a\\");
    assertThat(escape.problem())
        .extracting(ShellProblem::message)
        .isEqualTo("No escaped character");
    assertThat(ShellWords.split("cp \"a\\").problem())
        .extracting(ShellProblem::message)
        .isEqualTo("No escaped character");
  }
}
