package io.patronilint.cli;

import io.patronilint.cli.output.Style;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The help texts. */
final class Help {

  private static final int WIDTH = 80;

  private Help() {}

  /** Returns the help of one command. */
  static String of(Command command, Style style) {
    CommandLine parser = Parser.withGroups(command);
    parser.setUsageHelpWidth(WIDTH).setUsageHelpLongOptionsMaxWidth(30);
    Ansi ansi = style == Style.ANSI ? Ansi.ON : Ansi.OFF;
    return parser.getUsageMessage(ansi);
  }

  /** Returns the help of the commands of {@code restore}. */
  static String restore() {
    return """
        Usage: patroni-lint restore COMMAND [OPTION...] [PATH...]

        Commands:
          restore plan      print the steps that bring this cluster back from its backup
          restore verify    say whether recovery is complete and what a restore left over
          restore init      write what a restore needs into a file to keep beside patroni.yml

        `patroni-lint restore COMMAND --help` has the options.
        """;
  }

  /** Returns the help without a command. */
  static String overview() {
    return """
        patroni-lint checks the configuration of Patroni clusters and repairs it.

        Usage: patroni-lint COMMAND [OPTION...] [ARGUMENT...]

        Commands:
          check [PATH...]   say what is wrong, where and why
          fix [PATH...]     apply the fixes that are safe; --diff shows them only
          effective [PATH...]
                            print what Patroni will run with, and where it is from
          preview [PATH...] say what happens if Patroni starts now
          restore plan      print the steps that bring a cluster back from its backup
          restore verify    say whether a restore is done and what it left over
          restore init      write what a restore needs beside patroni.yml, beforehand
          explain RULE      explain a rule: what it means, why it hurts, what to do
          rules             list all rules
          help [COMMAND]    show this, or the help of a command

          -h, --help        show this
          -V, --version     show the version

        Without PATH the current directory is looked at. Nothing is ever executed and
        nothing is sent anywhere.

        Exit codes:
          0  nothing found that is as bad as --fail-on
          1  something found
          2  wrong usage
          3  internal error
          4  nothing to check

        Examples:
          patroni-lint check
          patroni-lint check patroni.yml /var/lib/postgresql/16/main
          patroni-lint fix --diff patroni.yml | git apply
        """;
  }
}
