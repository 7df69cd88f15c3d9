package io.patronilint.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatroniSanitizerTest {

  private static final Set<String> NAMES = Set.of("restore_command", "primary_conninfo");

  private static PatroniSanitizer.Result sanitize(String text) {
    return PatroniSanitizer.sanitize(text, NAMES);
  }

  @Test
  void recoveryLinesGoAndTheRestStays() {
    String text = "# c\nrestore_command = 'cp'\n\n  primary_conninfo\t='x' # y\nport = 1";
    PatroniSanitizer.Result result = sanitize(text);
    assertThat(result.rewritten()).isTrue();
    assertThat(result.text()).isEqualTo("# c\n\nport = 1");
    assertThat(result.removed())
        .extracting(
            PatroniSanitizer.Removed::name,
            removed -> text.substring(removed.nameSpan().start(), removed.nameSpan().end()))
        .allSatisfy(tuple -> assertThat(tuple.toArray()[0]).isEqualTo(tuple.toArray()[1]))
        .hasSize(2);
    assertThat(text.substring(result.removed().get(0).lineSpan().start()))
        .startsWith("restore_command = 'cp'\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Restore_Command = 'x'", "restore_command 'x'", "#restore_command = 'x'",
            "= restore_command",
        "restore_command2 = 'x'", "include 'restore_command = x'", "\uFEFFrestore_command = 'x'",
            "",
        "restore_command", "'restore_command' = 'x'", "a = 1\r\nb = 2\r"
      })
  void everythingElseIsNotTouched(String text) {
    PatroniSanitizer.Result result = sanitize(text);
    assertThat(result.rewritten()).isFalse();
    assertThat(result.text()).isSameAs(text);
  }

  @Test
  void lineEndsBecomeLineFeedsOnlyIfSomethingGoes() {
    assertThat(sanitize("a = 1\r\nrestore_command = 'x'\r\nb = 2\r#c\rd = 1").text())
        .isEqualTo("a = 1\nb = 2\n#c\nd = 1");
    assertThat(sanitize("# comment\rrestore_command = 'x'\r").text()).isEqualTo("# comment\n");
    assertThat(sanitize("a = 1\nrestore_command=").text()).isEqualTo("a = 1\n");
  }

  @Test
  void blanksAreThoseOfPython() {
    assertThat(sanitize("\u00A0\u2003restore_command\u3000= 'x'").rewritten()).isTrue();
    assertThat(sanitize("\u001Frestore_command\u0085= 'x'").rewritten()).isTrue();
    assertThat(sanitize("\u200Brestore_command = 'x'").rewritten()).isFalse();
  }
}
