package io.patronilint.cli;

import io.patronilint.rules.StandardRules;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Starts the command line. */
public final class Main {

  /** Set by the launcher, which can tell whether standard output is a terminal without loading. */
  private static final String TERMINAL = "patronilint.terminal";

  private Main() {}

  /** Runs the command that {@code args} name and exits with its code. */
  public static void main(String[] args) {
    Shell shell =
        new Shell(
            System.in,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Boolean.getBoolean(TERMINAL));
    int code = run(shell, List.of(args));
    // Everything is flushed and no hook is registered; exit() would load a logger on newer JDKs.
    Runtime.getRuntime().halt(code);
  }

  /**
   * Runs a command inside a program.
   *
   * @param args the command and its arguments, as a shell would pass them
   * @return the exit code
   */
  public static int run(Shell shell, List<String> args) {
    return new Cli(shell, StandardRules::all).run(args).number();
  }

  /** Files are UTF-8 and pass through as they are, whatever the locale says. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 14),
        false,
        StandardCharsets.UTF_8);
  }
}
