package io.patronilint.core.oracle;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A script in Python that answers each line with a line. Texts travel as hexadecimal digits. */
public final class PythonOracle implements AutoCloseable {

  private static final String PYTHON = "/usr/bin/python3";

  private final Process process;
  private final BufferedWriter out;
  private final BufferedReader in;

  private PythonOracle(Process process) {
    this.process = process;
    this.out = process.outputWriter(StandardCharsets.US_ASCII);
    this.in = process.inputReader(StandardCharsets.US_ASCII);
  }

  /**
   * Starts a script, or skips the test if its module is not installed.
   *
   * @param script its name among the test resources
   * @param module a module that it needs
   */
  public static PythonOracle start(String script, String module)
      throws IOException, InterruptedException {
    Oracle.require(
        Oracle.runs(PYTHON, "-c", "import " + module), PYTHON + " with the module " + module);
    return started(script, "");
  }

  /**
   * Starts a script once for each Patroni there is: the installed one, and those in the folders
   * that the system property {@code patronilint.patroni.src} names, with commas between them. Skips
   * the test if there is none.
   */
  public static List<PythonOracle> startForEachPatroni(String script)
      throws IOException, InterruptedException {
    List<PythonOracle> oracles = new ArrayList<>();
    String folders = System.getProperty("patronilint.patroni.src", "");
    boolean installed = Oracle.runs(PYTHON, "-c", "import patroni.postgresql");
    if (installed || folders.isEmpty()) {
      Oracle.require(installed, PYTHON + " with the module patroni");
      oracles.add(started(script, ""));
    }
    for (String folder : folders.split(",", -1)) {
      if (!folder.isEmpty()) {
        oracles.add(started(script, folder));
      }
    }
    return oracles;
  }

  private static PythonOracle started(String script, String pythonPath) throws IOException {
    Path path = Path.of("src/test/resources/oracle", script);
    ProcessBuilder builder = new ProcessBuilder(PYTHON, "-X", "utf8", path.toString());
    if (!pythonPath.isEmpty()) {
      builder.environment().put("PYTHONPATH", pythonPath);
    }
    return new PythonOracle(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Sends {@code text} and returns the answer. */
  public String ask(String text) throws IOException {
    out.write(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    out.newLine();
    out.flush();
    return read();
  }

  /** Returns the next line of the script's output. */
  public String read() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IllegalStateException("the script has ended");
    }
    return line;
  }

  /** Returns the text that {@code hex} stands for. */
  public static String text(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    out.close();
    in.close();
    process.destroy();
  }
}
