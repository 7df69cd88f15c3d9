package io.patronilint.core.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that applies patches: the oracle of these tests. */
enum Tool {
  GIT("git apply --whitespace=nowarn"),
  GIT_ZERO("git apply --whitespace=nowarn --unidiff-zero"),
  PATCH("patch -p1 --silent --no-backup-if-mismatch");

  private final String command;

  Tool(String command) {
    this.command = command;
  }

  private List<String> words() {
    return List.of(command.split(" ", -1));
  }

  boolean installed() {
    try {
      return new ProcessBuilder(words().get(0), "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Applies {@code diff} in {@code folder}; returns an empty string, or what the tool says. */
  String apply(Path folder, String diff) {
    try {
      Path input = Files.writeString(folder.resolveSibling(folder.getFileName() + ".diff"), diff);
      ProcessBuilder builder = new ProcessBuilder(words()).directory(folder.toFile());
      builder.environment().put("GIT_CEILING_DIRECTORIES", folder.resolveSibling("").toString());
      builder.redirectInput(input.toFile()).redirectErrorStream(true);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return status == 0 ? "" : "exit status " + status + ": " + output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
