package io.patronilint.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Writes whole files: who reads one meanwhile finds the old text or the new one. */
final class Writing {

  private Writing() {}

  /**
   * Puts what {@code writer} prints into the file {@code name}. It is written beside the file and
   * then takes its place; what is no ordinary file, such as /dev/stdout, is written to directly.
   *
   * @throws UsageException if that is not possible
   */
  static void write(Shell shell, String name, Consumer<PrintStream> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    writer.accept(out);
    out.flush();
    try {
      write(shell.directory().resolve(name), bytes.toByteArray());
    } catch (IOException | InvalidPathException e) {
      throw new UsageException("the report cannot be written to " + name);
    }
  }

  /** Puts {@code bytes} into {@code file}, which may be there already, in the same way. */
  static void write(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file)) {
      replace(file, bytes);
    } else if (Files.isRegularFile(file)) {
      replace(file.toRealPath(), bytes);
    } else {
      Files.write(file, bytes);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    // node_exporter reads *.prom and nothing else, so this name is never read by it.
    Path beside =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }
}
