package io.patronilint.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.oracle.PythonOracle;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares {@link PatroniSanitizer} with real Patronis. */
class PatroniSanitizerOracleTest {

  private static final List<String> NAMES =
      List.of(
          "restore_command",
          "Restore_Command",
          "RESTORE_COMMAND",
          "primary_conninfo",
          "trigger_file",
          "recovery_target_time",
          "restore_commands",
          "_restore_command",
          "archive_command",
          "port",
          "#restore_command",
          "'restore_command'",
          "\uFEFFrestore_command",
          "restore-command",
          "");

  private static final List<String> BLANKS =
      List.of(
          "", "", " ", "  ", "\t", "\f", "\u000B", "\u001C", "\u001F", "\u0085", "\u00A0", "\u1680",
          "\u180E", "\u2003", "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\0",
          "\u0008");

  private static final List<String> LINE_ENDS =
      List.of("\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\r", "\r\r\n", "\u2028", "\u0085", "\f");

  private static final int FILES = 5000;

  @Test
  void agreesWithPatroni() throws Exception {
    for (PythonOracle patroni : PythonOracle.startForEachPatroni("sanitize_auto_conf.py")) {
      try (patroni) {
        String[] hello = patroni.read().split(" ", -1);
        assertThat(Set.of(hello[1].split(",", -1)))
            .as("names of Patroni %s", hello[0])
            .isEqualTo(RecoveryParameters.names());
        int written = compare(patroni, hello[0]);
        System.out.printf(
            "Patroni %s: %d files, %d of them written, 0 differences%n", hello[0], FILES, written);
        assertThat(written).as("files that Patroni writes").isGreaterThan(1800);
      }
    }
  }

  private static int compare(PythonOracle patroni, String version) throws IOException {
    int written = 0;
    for (int seed = 0; seed < FILES; seed++) {
      String text = seed % 2 == 0 ? text(new Random(seed)) : new GeneratedConf(seed).next();
      PatroniSanitizer.Result ours = PatroniSanitizer.sanitize(text, RecoveryParameters.names());
      String[] theirs = patroni.ask(text).split(" ", -1);
      assertThat(ours.text())
          .as("Patroni %s, seed %d: %s", version, seed, text)
          .isEqualTo(PythonOracle.text(theirs[1]));
      assertThat(ours.rewritten())
          .as("rewritten by Patroni %s, seed %d: %s", version, seed, text)
          .isEqualTo(theirs[0].equals("written"));
      written += ours.rewritten() ? 1 : 0;
    }
    return written;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      String equals = random.nextInt(6) == 0 ? "" : "=";
      text.append(any(BLANKS, random))
          .append(any(NAMES, random))
          .append(any(BLANKS, random))
          .append(equals)
          .append(any(BLANKS, random))
          .append(random.nextInt(4) == 0 ? "" : "'x'")
          .append(any(BLANKS, random))
          .append(i == 0 && random.nextBoolean() ? "" : any(LINE_ENDS, random));
    }
    return text.toString();
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
