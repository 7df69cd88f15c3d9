package io.patronilint.core.ini;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.oracle.Oracle;
import io.patronilint.core.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares which line of a file {@link IniReader} and the installed pgBackRest refuse first. */
class PgBackRestOracleTest {

  private static final List<String> LINES =
      List.of(
          "[global]",
          "[main]",
          "[main:restore]",
          "[ main ]",
          "[main]]",
          "[]",
          "[",
          "[main",
          "]",
          "[a] #",
          "[a\0]",
          "repo1-path=/r",
          "repo1-path = /r ",
          "pg1-path=/d",
          " log-level-console=off\t",
          "compress-type=gz",
          "recovery-option=restore_command=cp %f %p",
          "unknown=1",
          "empty=",
          "=1",
          " = ",
          "word",
          "# comment",
          "  # comment",
          "; x",
          ";x=1",
          "",
          " \t",
          "\r",
          "a\0=b",
          "a=b\0c",
          "\0",
          "é=ü",
          "\u00A0=1",
          "\u00A0",
          "\uFEFF[main]",
          "x=1 # y",
          "\f",
          "a\rb=c");

  private static final Pattern ERROR = Pattern.compile("ERROR: \\[029\\]: .* at line (\\d+): ");

  @TempDir private Path folder;

  @Test
  void agreesWithPgBackRest() throws Exception {
    Oracle.require(Oracle.runs("pgbackrest", "version"), "pgbackrest");
    int refused = 0;
    for (int seed = 0; seed < 300; seed++) {
      String text = text(new Random(seed));
      int ours = firstProblem(text);
      assertThat(ours).as("first refused line, seed %d: %s", seed, text).isEqualTo(theirs(text));
      refused += ours == 0 ? 0 : 1;
    }
    assertThat(refused).as("files that pgBackRest refuses").isBetween(100, 250);
  }

  private static int firstProblem(String text) {
    List<IniFile.Problem> problems = IniReader.read(new SourceText(text)).problems();
    if (problems.isEmpty()) {
      return 0;
    }
    String before = text.substring(0, problems.get(0).span().start());
    return (int) before.chars().filter(c -> c == '\n').count() + 1;
  }

  /** Returns the number of the line that pgBackRest refuses, 0 if it reads the whole file. */
  private int theirs(String text) throws IOException, InterruptedException {
    Path file = folder.resolve("pgbackrest.conf");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    Process process =
        new ProcessBuilder(
                "pgbackrest",
                "--config=" + file,
                "--stanza=none",
                "--repo1-path=" + folder,
                "--log-level-file=off",
                "--log-level-console=off",
                "--log-level-stderr=error",
                "info")
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    process.waitFor();
    Matcher matcher = ERROR.matcher(output);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "[main]\n");
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(LINES.get(random.nextInt(LINES.size())));
      text.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
    }
    return random.nextInt(3) == 0 ? text.append("last=1").toString() : text.toString();
  }
}
