package io.patronilint.core.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** Asks the real PyYAML, in one process of Python, what it makes of documents. */
final class PyYamlOracle implements AutoCloseable {

  private static final String SCRIPT = "pyyaml_oracle.py";

  private final Path script;
  private final Process process;
  private final BufferedReader answers;
  private final OutputStream questions;
  private final String version;

  private PyYamlOracle(Path script, Process process, String version, BufferedReader answers) {
    this.script = script;
    this.process = process;
    this.version = version;
    this.answers = answers;
    this.questions = process.getOutputStream();
  }

  /**
   * Starts Python: the system property {@code patronilint.python}, the variable {@code
   * PATRONILINT_PYTHON}, or Debian's own.
   *
   * @return the oracle, or empty if there is no Python with PyYAML
   */
  static Optional<PyYamlOracle> start() throws IOException {
    String fallback =
        Objects.requireNonNullElse(System.getenv("PATRONILINT_PYTHON"), "/usr/bin/python3");
    String python = System.getProperty("patronilint.python", fallback);
    Path script = Files.createTempFile("pyyaml_oracle", ".py");
    try (InputStream in = PyYamlOracle.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, Objects.requireNonNull(in, SCRIPT).readAllBytes());
    }
    Process process;
    try {
      process =
          new ProcessBuilder(python, script.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      Files.delete(script);
      return Optional.empty();
    }
    BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String version = answers.readLine();
    if (version == null) {
      Files.delete(script);
      return Optional.empty();
    }
    return Optional.of(new PyYamlOracle(script, process, version, answers));
  }

  /** Returns the version of PyYAML. */
  String version() {
    return version;
  }

  /** Sends a document; every question must be followed by {@link #answer}, in order. */
  void ask(byte[] document) {
    try {
      questions.write(Base64.getEncoder().encode(document));
      questions.write('\n');
      questions.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns {@code ok DUMP} or {@code no EXCEPTION MESSAGE}. */
  String answer() {
    try {
      return Objects.requireNonNull(answers.readLine(), "the oracle died");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks and waits. */
  String answer(String document) {
    ask(document.getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
    Files.deleteIfExists(script);
  }
}
