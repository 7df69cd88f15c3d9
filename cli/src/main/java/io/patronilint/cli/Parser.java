package io.patronilint.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes parsers and helps for commands by picocli's programmatic interface. */
final class Parser {

  private Parser() {}

  /**
   * Parses the arguments of {@code command}; empty if its help is asked for.
   *
   * @throws UsageException if an argument is not known or a value is wrong
   */
  static Optional<Arguments> parse(Command command, List<String> args) {
    try {
      ParseResult result = withoutHelp(command).parseArgs(args.toArray(String[]::new));
      return result.isUsageHelpRequested()
          ? Optional.empty()
          : Optional.of(Arguments.parsed(result));
    } catch (UnmatchedArgumentException e) {
      throw new UsageException(unknown(e, command));
    } catch (ParameterException e) {
      throw new UsageException(message(e));
    }
  }

  private static CommandLine withoutHelp(Command command) {
    CommandSpec spec = spec(command);
    for (OptionGroup group : command.options()) {
      group.options().forEach(spec::addOption);
    }
    return configured(spec);
  }

  /** Returns a parser whose help shows the options in their groups; slower to make. */
  static CommandLine withGroups(Command command) {
    CommandSpec spec = spec(command);
    int order = 0;
    for (OptionGroup group : command.options()) {
      ArgGroupSpec.Builder grouped =
          ArgGroupSpec.builder().heading("%n" + group.heading() + ":%n").validate(false);
      group.options().forEach(grouped::addArg);
      spec.addArgGroup(grouped.order(order++).build());
    }
    return configured(spec);
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create().name("patroni-lint " + command.name());
    spec.interpolateVariables(false);
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    command.describe(spec);
    return spec;
  }

  private static CommandLine configured(CommandSpec spec) {
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setUnmatchedOptionsArePositionalParams(false)
        .setOverwrittenOptionsAllowed(true);
  }

  /** Says which argument is not known, and what may have been meant. */
  private static String unknown(UnmatchedArgumentException e, Command command) {
    String word = e.getUnmatched().get(0);
    List<String> known =
        command.options().stream()
            .flatMap(group -> group.options().stream())
            .map(OptionSpec::names)
            .flatMap(Stream::of)
            .toList();
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    String what =
        word.startsWith("-") ? "there is no option '" : "there is one argument too many: '";
    Optional<String> meant =
        word.startsWith("-") ? Suggestions.closest(name, known) : Optional.empty();
    return what + name + "'" + meant.map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  /** Returns what picocli says, as one sentence that starts in lower case. */
  private static String message(ParameterException e) {
    String message = String.valueOf(e.getMessage()).replace('\n', ' ');
    return message.isEmpty()
        ? "wrong arguments"
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
