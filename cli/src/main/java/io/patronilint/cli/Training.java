package io.patronilint.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Uses the classes that a usual run uses, so that they get into the archive that {@code
 * patroni-lint-archive} makes. Writes nothing.
 */
public final class Training {

  private static final List<List<String>> CHECK = List.of(List.of("check", "."));

  private static final List<List<String>> ALL =
      List.of(
          List.of("check", "."),
          List.of("check", "--format", "json", "--output", "concise=/dev/null", "."),
          List.of("check", "--color", "always", "--fail-on", "never", "."),
          List.of("fix", "--diff", "."),
          List.of("preview", "."),
          List.of("rules"),
          List.of("help"));

  private Training() {}

  /**
   * Runs commands on the folder that the first argument names: {@code check} without options if the
   * second one is {@code check}, else all kinds.
   */
  public static void main(String[] args) {
    List<List<String>> runs = args[1].equals("check") ? CHECK : ALL;
    for (List<String> run : runs) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Shell shell =
          new Shell(
              InputStream.nullInputStream(),
              nowhere,
              nowhere,
              System.getenv(),
              Path.of(args[0]).toAbsolutePath(),
              false);
      Main.run(shell, run);
    }
  }
}
