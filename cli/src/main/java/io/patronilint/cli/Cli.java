package io.patronilint.cli;

import io.patronilint.cli.output.Style;
import io.patronilint.core.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The command line: finds the command, parses its options, runs it, turns failures into exit codes.
 *
 * <p>Only the command that runs is described to the parser, which is most of what starting costs.
 */
final class Cli {

  private final Shell shell;
  private final Commands commands;

  /**
   * Prepares the command line.
   *
   * @param rules gives the rules to work with, when a command needs them
   */
  Cli(Shell shell, Supplier<List<Rule>> rules) {
    this.shell = shell;
    this.commands = new Commands(rules);
  }

  /** Runs the command that {@code args} name; never throws for what a user can cause. */
  ExitCode run(List<String> args) {
    try {
      return args.isEmpty() ? noCommand() : dispatch(args.get(0), args);
    } catch (UsageException e) {
      return wrongUsage(String.valueOf(e.getMessage()), Commands.name(args));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Failure.report(e, shell);
    } finally {
      shell.out().flush();
      shell.err().flush();
    }
  }

  private ExitCode noCommand() {
    shell.err().append(Help.overview());
    return ExitCode.USAGE;
  }

  private ExitCode dispatch(String word, List<String> args) {
    switch (word) {
      case "-h", "--help" -> {
        shell.out().append(Help.overview());
        return ExitCode.OK;
      }
      case "-V", "--version" -> {
        shell.out().append("patroni-lint ").append(ToolVersion.text()).append('\n');
        return ExitCode.OK;
      }
      case "help" -> {
        return help(args.subList(1, args.size()));
      }
      default -> {
        boolean group = Commands.isGroup(word);
        if (group && (args.size() == 1 || List.of("-h", "--help").contains(args.get(1)))) {
          return group(args.size() == 1);
        }
        return run(command(Commands.name(args)), args.subList(group ? 2 : 1, args.size()));
      }
    }
  }

  private ExitCode help(List<String> words) {
    if (words.isEmpty()) {
      shell.out().append(Help.overview());
    } else if (words.size() == 1 && Commands.isGroup(words.get(0))) {
      return group(false);
    } else {
      shell.out().append(Help.of(command(Commands.name(words)), style()));
    }
    return ExitCode.OK;
  }

  /** Shows the commands of a group. */
  private ExitCode group(boolean incomplete) {
    (incomplete ? shell.err() : shell.out()).append(Help.restore());
    return incomplete ? ExitCode.USAGE : ExitCode.OK;
  }

  private Command command(String word) {
    Optional<Command> command = commands.find(word);
    if (command.isEmpty() && word.startsWith("-")) {
      throw new UsageException("the command comes first, then its options: " + word);
    }
    return command.orElseThrow(
        () ->
            new UsageException(
                "there is no command '"
                    + word
                    + "'"
                    + Suggestions.closest(word, Commands.names())
                        .map(known -> "; did you mean '" + known + "'?")
                        .orElse("")));
  }

  private ExitCode run(Command command, List<String> args) {
    if (hasNoOption(args)) {
      return command.run(Arguments.plain(args), shell);
    }
    Optional<Arguments> arguments = Parser.parse(command, args);
    if (arguments.isEmpty()) {
      shell.out().append(Help.of(command, style()));
      return ExitCode.OK;
    }
    return command.run(arguments.get(), shell);
  }

  private static boolean hasNoOption(List<String> args) {
    for (String arg : args) {
      if (arg.startsWith("-")) {
        return false;
      }
    }
    return true;
  }

  private ExitCode wrongUsage(String message, String word) {
    String help = commands.find(word).map(c -> "patroni-lint " + c.name() + " --help").orElse("");
    shell.err().append("patroni-lint: ").append(message).append('\n');
    shell
        .err()
        .append("Try '")
        .append(help.isEmpty() ? "patroni-lint --help" : help)
        .append("'.\n");
    return ExitCode.USAGE;
  }

  private Style style() {
    return ColorMode.AUTO.style(shell);
  }
}
