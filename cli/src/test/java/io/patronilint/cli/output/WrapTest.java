package io.patronilint.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void breaksAtBlanks() {
    assertThat(Wrap.lines("one two three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void leavesALongWordWhole() {
    assertThat(Wrap.lines("a verylongword b", 5)).containsExactly("a", "verylongword", "b");
  }

  @Test
  void givesOneLineForNothing() {
    assertThat(Wrap.lines("", 5)).containsExactly("");
  }
}
