package io.patronilint.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.oracle.Oracle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the words of {@link CommandLine#ofShell} with those that /bin/sh passes on. */
class CommandLineOracleTest {

  /** Nothing here makes a shell run, read or write anything. */
  private static final List<String> PARTS =
      List.of(
          "a",
          "b c",
          " ",
          "\t",
          "'",
          "'",
          "\"",
          "\"",
          "\\",
          "\\\\",
          "\\'",
          "\\\"",
          "\\$",
          "\\`",
          "\\n",
          "#",
          " #",
          "=",
          "%p",
          "é",
          "😀",
          "''",
          "\"\"",
          "'x y'",
          "\"x \\\" y\"",
          "--a=b",
          "!",
          "{",
          "]");

  @Test
  void agreesWithTheShell() throws Exception {
    Oracle.require(Oracle.runs("/bin/sh", "-c", "true"), "/bin/sh");
    int refused = 0;
    for (int seed = 0; seed < 1500; seed++) {
      String command = "printf '%s\\0' first " + arguments(new Random(seed));
      CommandLine ours = CommandLine.ofShell(command);
      Process process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean accepted = process.waitFor() == 0;
      assertThat(ours.problem() == null).as("seed %d: %s", seed, command).isEqualTo(accepted);
      if (accepted) {
        List<String> words = new ArrayList<>(List.of(output.split("\0", -1)));
        words.remove(words.size() - 1);
        assertThat(ours.calls().get(0).arguments().stream().skip(1).map(ShellWord::text))
            .as("seed %d: %s", seed, command)
            .containsExactlyElementsOf(words);
      } else {
        refused++;
      }
    }
    assertThat(refused).as("commands that the shell refuses").isBetween(300, 1200);
  }

  private static String arguments(Random random) {
    StringBuilder arguments = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      arguments.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return arguments.toString();
  }
}
