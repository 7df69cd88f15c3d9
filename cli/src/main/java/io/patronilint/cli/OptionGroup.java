package io.patronilint.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that the help shows together.
 *
 * @param heading title in the help
 * @param options the options
 */
record OptionGroup(String heading, List<OptionSpec> options) {

  OptionGroup {
    options = List.copyOf(options);
  }

  static OptionGroup of(String heading, OptionSpec... options) {
    return new OptionGroup(heading, List.of(options));
  }
}
