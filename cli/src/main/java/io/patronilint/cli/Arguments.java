package io.patronilint.cli;

import java.util.List;
import picocli.CommandLine.ParseResult;

/** What stands behind the command: values of options, and words that are no options. */
interface Arguments {

  /** Returns the value of {@code option}, or {@code otherwise} if it is not there. */
  <T> T option(String option, T otherwise);

  /** Returns the words that are no options. */
  List<String> words();

  /** Returns all words as they were given. */
  List<String> given();

  /**
   * Returns arguments without any option. They are not worth loading a parser, which would take as
   * long as all the rest of a usual check.
   */
  static Arguments plain(List<String> words) {
    return new Plain(List.copyOf(words));
  }

  /** Returns what the parser found. */
  static Arguments parsed(ParseResult result) {
    return new Parsed(result);
  }

  /** Words only. */
  record Plain(List<String> words) implements Arguments {
    @Override
    public <T> T option(String option, T otherwise) {
      return otherwise;
    }

    @Override
    public List<String> given() {
      return words;
    }
  }

  /** The parser's result. */
  record Parsed(ParseResult result) implements Arguments {
    @Override
    public <T> T option(String option, T otherwise) {
      return result.matchedOptionValue(option, otherwise);
    }

    @Override
    public List<String> words() {
      return result.matchedPositionalValue(0, List.of());
    }

    @Override
    public List<String> given() {
      return result.originalArgs();
    }
  }
}
