package io.patronilint.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Folders with data that tests run over when a property names them. */
final class TestFolders {

  private TestFolders() {}

  /** Returns the folder that {@code property} names; skips the test if it names none. */
  static Path required(String property) {
    Optional<Path> folder = Optional.ofNullable(System.getProperty(property)).map(Path::of);
    Assumptions.assumeTrue(
        folder.isPresent(), () -> "skipped: -D" + property + "=FOLDER names no folder to run over");
    // Maven runs the tests in the module's folder; people mean the folder they call it from.
    Path named = folder.orElseThrow();
    Path path = Files.isDirectory(named) ? named : Path.of("..").resolve(named);
    if (!Files.isDirectory(path)) {
      throw new IllegalStateException("-D" + property + ": no such folder: " + named);
    }
    return path.toAbsolutePath().normalize();
  }
}
