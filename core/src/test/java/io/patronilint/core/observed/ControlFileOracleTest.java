package io.patronilint.core.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.oracle.Oracle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The control file as we read it against what {@code pg_controldata} prints of the same file, for
 * clusters in several states.
 *
 * <p>{@code -Dpatronilint.postgres.bin=FOLDER} takes the programs of another release.
 */
class ControlFileOracleTest {

  private static final Path PROGRAMS =
      Path.of(System.getProperty("patronilint.postgres.bin", "/usr/lib/postgresql/15/bin"));

  @TempDir private Path folder;

  @BeforeEach
  void makeClusters() throws IOException, InterruptedException {
    Oracle.require(
        Files.isExecutable(PROGRAMS.resolve("initdb")),
        "PostgreSQL in " + PROGRAMS + " (or -Dpatronilint.postgres.bin=FOLDER)");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path script = folder.resolve("control_files.sh");
    try (InputStream text = getClass().getResourceAsStream("/oracle/control_files.sh")) {
      Files.copy(text, script);
    }
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.addAll(List.of("bash", script.toString(), PROGRAMS.toString(), folder.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void readsWhatPgControldataPrints() throws IOException {
    List<String> states = new ArrayList<>();
    boolean insideBackup = false;
    for (Path file : controlFiles()) {
      ControlFile read = ControlFile.read(Files.readAllBytes(file));
      List<String> printed =
          Files.readAllLines(
              file.resolveSibling(file.getFileName().toString().replace("bin", "txt")));
      assertThat(read.damage()).isNull();
      assertThat(read.text().lines()).hasSize(13).isSubsetOf(printed);
      states.add(read.text().lines().toList().get(2).substring(38));
      insideBackup |= !read.text().contains("Backup start location:                0/0");
    }
    assertThat(states).contains("shut down", "in production", "in archive recovery");
    assertThat(insideBackup).isTrue();
  }

  @Test
  void findsEveryChangedByteAndEveryEnd() throws IOException {
    byte[] content = Files.readAllBytes(controlFiles().get(0));
    for (int i = 0; i < 288; i++) {
      byte[] changed = content.clone();
      changed[i] ^= 0x10;
      assertThat(ControlFile.read(changed)).as("byte %d", i).matches(f -> f.text().isEmpty());
      assertThat(ControlFile.read(Arrays.copyOf(content, i)).damage())
          .isEqualTo("The control file is damaged: it ends after " + i + " bytes.");
    }
  }

  private List<Path> controlFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".bin")).sorted().toList();
    }
  }
}
