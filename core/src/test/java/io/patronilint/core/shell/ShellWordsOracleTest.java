package io.patronilint.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.oracle.PythonOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares {@link ShellWords} with Python's shlex. */
class ShellWordsOracleTest {

  private static final List<String> PARTS =
      List.of(
          "a",
          "b c",
          " ",
          "  ",
          "\t",
          "\r\n",
          "\n",
          "'",
          "'",
          "\"",
          "\"",
          "\\",
          "\\\\",
          "\\'",
          "\\\"",
          "#",
          "=",
          "$x",
          "`",
          "&&",
          "|",
          ";",
          "%p",
          "é",
          "😀",
          "\u00A0",
          "\u2003",
          "\0",
          "\f",
          "''",
          "\"\"",
          "'x y'",
          "\"x \\\" y\"",
          "\\\n",
          "--a=b",
          "~",
          "*",
          "(",
          ")");

  @Test
  void agreesWithShlex() throws Exception {
    int refused = 0;
    try (PythonOracle shlex = PythonOracle.start("shlex_split.py", "shlex")) {
      for (int seed = 0; seed < 6000; seed++) {
        String command = command(new Random(seed));
        ShellWords ours = ShellWords.split(command);
        String[] theirs = shlex.ask(command).split("!", -1);
        assertThat(ours.texts())
            .as("seed %d: %s", seed, command)
            .containsExactlyElementsOf(words(theirs[0]));
        ShellProblem problem = ours.problem();
        assertThat(problem == null ? "" : problem.message())
            .as("seed %d: %s", seed, command)
            .isEqualTo(theirs.length > 1 ? theirs[1] : "");
        refused += problem == null ? 0 : 1;
      }
    }
    assertThat(refused).as("commands that shlex refuses").isBetween(1000, 5000);
  }

  private static List<String> words(String answer) {
    List<String> words = new ArrayList<>();
    for (String hex : answer.split(":", -1)) {
      words.add(PythonOracle.text(hex));
    }
    // Every word follows a colon.
    return words.subList(1, words.size());
  }

  private static String command(Random random) {
    StringBuilder command = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      command.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return command.toString();
  }
}
