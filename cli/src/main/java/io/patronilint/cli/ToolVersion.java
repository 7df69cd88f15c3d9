package io.patronilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Our own version. */
final class ToolVersion {

  private ToolVersion() {}

  /** Returns the version that the build wrote into the jar. */
  static String text() {
    try (InputStream in = ToolVersion.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
