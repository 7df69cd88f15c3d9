package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  @Test
  void countsEdits() {
    assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestions.distance("check", "chekc")).isEqualTo(2);
    assertThat(Suggestions.distance("same", "same")).isZero();
  }

  @Test
  void findsTheClosest() {
    List<String> known = List.of("recovery", "syntax", "recovery/no-archive");
    assertThat(Suggestions.closest("recovry", known)).contains("recovery");
    assertThat(Suggestions.closest("recovery/no-archiv", known)).contains("recovery/no-archive");
    assertThat(Suggestions.closest("backup", known)).isEmpty();
  }
}
