package io.patronilint.cli;

import io.patronilint.core.rule.Rule;
import io.patronilint.rules.StandardRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the command line inside the test. */
public final class CliRun {

  private final Path directory;
  private final Map<String, String> variables = new HashMap<>();
  private List<Rule> rules = StandardRules.all();
  private byte[] input = new byte[0];
  private boolean terminal;

  private CliRun(Path directory) {
    this.directory = directory;
  }

  public static CliRun in(Path directory) {
    return new CliRun(directory);
  }

  CliRun rules(Rule... instead) {
    rules = List.of(instead);
    return this;
  }

  /** Adds a rule to the standard ones. */
  CliRun and(Rule rule) {
    rules = Stream.concat(rules.stream(), Stream.of(rule)).toList();
    return this;
  }

  CliRun variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  CliRun terminal() {
    terminal = true;
    return this;
  }

  CliRun input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  CliRun input(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            directory.toAbsolutePath(),
            terminal);
    int code = new Cli(shell, () -> rules).run(List.of(args)).number();
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What a run left behind. */
  public record Result(int code, String out, String err) {
    String all() {
      return out + err;
    }
  }
}
