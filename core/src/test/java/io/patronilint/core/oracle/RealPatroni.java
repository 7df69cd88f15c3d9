package io.patronilint.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Patroni that a script in Python asks.
 *
 * @param source the folder with its package or the folder a Debian package is unpacked to; empty
 *     for the one that is installed
 */
public record RealPatroni(String source) {

  private static final String PYTHON = "/usr/bin/python3";

  /**
   * Returns the installed Patroni and those that the system property {@code
   * patronilint.patroni.src} names; skips the test if there is none, and fails it where {@code
   * CI=true}.
   */
  public static List<RealPatroni> all() throws IOException, InterruptedException {
    List<RealPatroni> found = new ArrayList<>();
    if (runs(PYTHON, "-c", "import importlib.util; assert importlib.util.find_spec('patroni')")) {
      found.add(new RealPatroni(""));
    }
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("needed where CI=true: Patroni for " + PYTHON).isNotEmpty();
    }
    Arrays.stream(System.getProperty("patronilint.patroni.src", "").split(",", -1))
        .filter(folder -> !folder.isEmpty())
        .forEach(folder -> found.add(new RealPatroni(folder)));
    Assumptions.assumeFalse(found.isEmpty(), "skipped, because Patroni is not installed");
    return found;
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private ProcessBuilder python(String... arguments) {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-X", "utf8"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!source.isEmpty()) {
      Path unpacked = Path.of(source, "usr/lib/python3/dist-packages");
      String modules = Files.isDirectory(unpacked) ? unpacked.toString() : source;
      builder.environment().put("PYTHONPATH", modules);
    }
    return builder;
  }

  /**
   * Asks all questions at once and returns the answers.
   *
   * @param script the name of a script among the test resources that answers each line with a line
   */
  public List<String> ask(String script, List<String> questions)
      throws IOException, InterruptedException {
    Path input = Files.createTempFile("questions", ".txt");
    try {
      Files.write(input, questions);
      Process process =
          python(Path.of("src/test/resources/oracle", script).toString())
              .redirectInput(input.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(process.waitFor()).isZero();
      List<String> answers = output.lines().toList();
      assertThat(answers).hasSameSizeAs(questions);
      return answers;
    } finally {
      Files.delete(input);
    }
  }

  /** Returns {@code text} as hexadecimal digits. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the text that {@code hex} stands for. */
  public static String text(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
  }
}
