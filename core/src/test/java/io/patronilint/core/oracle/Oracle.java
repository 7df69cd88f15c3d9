package io.patronilint.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Skips a test whose oracle is not installed, but not where everything must be installed. */
public final class Oracle {

  private Oracle() {}

  /**
   * Skips the test unless {@code installed}; with {@code CI=true} in the environment, fails it.
   *
   * @param what what is missing and how to get it
   */
  public static void require(boolean installed, String what) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("needed where CI=true: %s", what).isTrue();
    }
    Assumptions.assumeTrue(installed, "skipped, because this is missing: " + what);
  }

  /** Tells whether {@code command} runs and succeeds. */
  public static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns all files of the folder that {@code property} names; skips the test if it names none.
   */
  public static List<Path> corpus(String property) throws IOException {
    String named = System.getProperty(property, "");
    Assumptions.assumeFalse(
        named.isEmpty(), "skipped: -D" + property + "=FOLDER names no folder to run over");
    // Maven runs the tests in the module's folder; people mean the folder they call it from.
    Path folder = Files.isDirectory(Path.of(named)) ? Path.of(named) : Path.of("..", named);
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
