package io.patronilint.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command has around it: streams, variables, the current directory.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param variables the environment
 * @param directory the current directory, absolute
 * @param terminal whether {@code out} is a terminal
 */
public record Shell(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path directory,
    boolean terminal) {

  private static final int DEFAULT_WIDTH = 100;
  private static final int NARROWEST = 40;

  /** Copies the variables. */
  public Shell {
    variables = Map.copyOf(variables);
  }

  /** Tells whether the variable {@code name} is set to something. */
  boolean has(String name) {
    return !variables.getOrDefault(name, "").isEmpty();
  }

  /** Returns the columns of the terminal: {@code COLUMNS}, or 100. */
  int width() {
    String columns = variables.getOrDefault("COLUMNS", "");
    try {
      return columns.isEmpty()
          ? DEFAULT_WIDTH
          : Math.max(NARROWEST, Integer.parseInt(columns.strip()));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
