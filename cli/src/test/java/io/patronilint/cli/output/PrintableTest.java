package io.patronilint.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesTextAlone() {
    assertThat(Printable.line("Grüße, 東京, 😀 ~")).isEqualTo("Grüße, 東京, 😀 ~");
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    assertThat(Printable.line("a\u001b]0;x\u0007b\u009bc\u007f"))
        .isEqualTo("a\\x1b]0;x\\x07b\\x9bc\\x7f");
    assertThat(Printable.line("a\u202eb\u200bc\ud800")).isEqualTo("a\\u{202e}b\\u{200b}c\\u{d800}");
  }

  @Test
  void keepsLinesWhereAsked() {
    assertThat(Printable.line("a\nb\tc\r")).isEqualTo("a b c\\x0d");
    assertThat(Printable.block("a\nb\tc\r")).isEqualTo("a\nb\tc\\x0d");
  }

  @Test
  void widthIsThatOfWhatIsShown() {
    for (int c :
        new int[] {'a', '\t' + 1, 0x1b, 0x7f, 0x9b, 0xe9, 0x301, 0x202e, 0x1f600, 0xe000}) {
      StringBuilder out = new StringBuilder();
      Printable.append(out, c);
      int combining = c == 0x301 ? 1 : 0;
      assertThat(Printable.width(c))
          .as("U+%04X", c)
          .isEqualTo(out.codePointCount(0, out.length()) - combining);
    }
  }
}
