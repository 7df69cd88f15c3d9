package io.patronilint.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A command line that stands in a configuration, read without running or expanding anything.
 *
 * <p>All spans are offsets in {@code command}, also those of what an inner {@code sh -c '…'} gets.
 *
 * @param command the command line
 * @param calls the programs that run, in order; without {@code problem} and for a command that is
 *     not blank there is usually one at least
 * @param operators what a shell acts upon; if no shell reads the line, what a shell would act upon
 *     and the program gets as plain text
 * @param placeholders the percent signs, wherever they stand
 * @param problem why the line cannot be cut into words, or null
 */
public record CommandLine(
    String command,
    List<CommandCall> calls,
    List<ShellOperator> operators,
    List<Placeholder> placeholders,
    @Nullable ShellProblem problem) {

  /** Copies the lists. */
  public CommandLine {
    calls = List.copyOf(calls);
    operators = List.copyOf(operators);
    placeholders = List.copyOf(placeholders);
  }

  /**
   * Reads a command that /bin/sh runs, as PostgreSQL has it run restore_command, archive_command
   * and their like.
   */
  public static CommandLine ofShell(String command) {
    ShellScanner scanner = new ShellScanner(command, IntUnaryOperator.identity()).scan();
    CommandUnwrapper unwrapper = new CommandUnwrapper();
    for (List<ShellWord> words : scanner.commands()) {
      unwrapper.addShellCommand(words, List.of());
    }
    return of(command, scanner, scanner.problem(), unwrapper);
  }

  /**
   * Reads a command that Patroni runs without a shell after {@code shlex.split}: bootstrap methods,
   * replica creation methods, callbacks.
   */
  public static CommandLine ofExec(String command) {
    ShellScanner scanner = new ShellScanner(command, IntUnaryOperator.identity()).scan();
    ShellWords words = ShellWords.split(command);
    CommandUnwrapper unwrapper = new CommandUnwrapper();
    unwrapper.addCommand(words.words(), List.of());
    return of(command, scanner, words.problem(), unwrapper);
  }

  private static CommandLine of(
      String command,
      ShellScanner scanner,
      @Nullable ShellProblem problem,
      CommandUnwrapper unwrapper) {
    List<ShellOperator> operators = new ArrayList<>(scanner.operators());
    operators.addAll(unwrapper.operators());
    return new CommandLine(
        command,
        unwrapper.calls(),
        operators,
        Placeholder.find(command),
        problem == null ? unwrapper.problem() : problem);
  }

  /** Returns the name of the first program without its folders, or an empty string. */
  public String program() {
    return calls.isEmpty() ? "" : calls.get(0).name();
  }

  /** Returns the first call of the program called {@code name}, or null. */
  public @Nullable CommandCall call(String name) {
    for (CommandCall call : calls) {
      if (call.name().equals(name)) {
        return call;
      }
    }
    return null;
  }

  /** Returns the first call of pgBackRest, or null. */
  public @Nullable CommandCall pgBackRest() {
    return call("pgbackrest");
  }

  /** Tells whether pgBackRest is one of the programs. */
  public boolean isPgBackRest() {
    return pgBackRest() != null;
  }

  /** Tells whether {@code placeholder}, for instance {@code %p}, occurs. */
  public boolean hasPlaceholder(String placeholder) {
    return placeholders.stream().anyMatch(found -> found.text().equals(placeholder));
  }

  /** Tells whether an operator of {@code kind} occurs. */
  public boolean hasOperator(ShellOperator.Kind kind) {
    return operators.stream().anyMatch(operator -> operator.kind() == kind);
  }
}
