package io.patronilint.cli;

import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.Target;
import io.patronilint.core.Version;
import io.patronilint.core.workspace.DcsState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The options that {@code check} and {@code fix} share.
 *
 * @param paths files and directories; {@code -} for standard input
 * @param format form of the report on standard output
 * @param outputs reports to write to files as well
 * @param target versions that were named
 * @param dynamicConfig file with the dynamic configuration, or null
 * @param dataDir data directory, or null
 * @param autoConf postgresql.auto.conf outside its data directory, or null
 * @param pgbackrestConf pgbackrest.conf, or null
 * @param envFile file of variables, or null
 * @param dcs state of the DCS
 * @param select rules and families to run; empty for all
 * @param ignore rules and families not to run
 * @param failOn how bad a finding has to be for exit code 1
 * @param stdinName name of what comes by standard input, or null
 * @param color when to use colours
 * @param quiet whether to print findings only
 */
record CheckOptions(
    List<String> paths,
    ReportFormat format,
    List<Output> outputs,
    Target target,
    @Nullable String dynamicConfig,
    @Nullable String dataDir,
    @Nullable String autoConf,
    @Nullable String pgbackrestConf,
    @Nullable String envFile,
    DcsState dcs,
    List<String> select,
    List<String> ignore,
    FailOn failOn,
    @Nullable String stdinName,
    ColorMode color,
    boolean quiet) {

  CheckOptions {
    paths = List.copyOf(paths);
    outputs = List.copyOf(outputs);
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /**
   * A report to write to a file.
   *
   * @param format its form
   * @param file its path as it was given
   */
  record Output(ReportFormat format, String file) {}

  /**
   * Reads the options out of what was parsed.
   *
   * @throws UsageException if a value is none that the option takes
   */
  static CheckOptions of(ParseResult parsed) {
    int jobs = parsed.matchedOptionValue("--jobs", 1);
    if (jobs < 1) {
      throw new UsageException("--jobs takes a number from 1, not " + jobs);
    }
    return new CheckOptions(
        parsed.matchedPositionalValue(0, List.of(".")),
        parsed.matchedOptionValue("--format", ReportFormat.TEXT),
        outputs(parsed.matchedOptionValue("--output", List.of())),
        new Target(version(parsed, "--patroni-version"), version(parsed, "--postgres-version")),
        text(parsed, "--dynamic-config"),
        text(parsed, "--data-dir"),
        text(parsed, "--auto-conf"),
        text(parsed, "--pgbackrest-conf"),
        text(parsed, "--env-file"),
        parsed.matchedOptionValue("--dcs", DcsState.UNKNOWN),
        parsed.matchedOptionValue("--select", List.of()),
        parsed.matchedOptionValue("--ignore", List.of()),
        parsed.matchedOptionValue("--fail-on", FailOn.ERROR),
        text(parsed, "--stdin-filename"),
        parsed.matchedOptionValue("--color", ColorMode.AUTO),
        parsed.matchedOptionValue("--quiet", false));
  }

  private static @Nullable String text(ParseResult parsed, String option) {
    return parsed.hasMatchedOption(option) ? parsed.matchedOptionValue(option, "") : null;
  }

  private static @Nullable Version version(ParseResult parsed, String option) {
    String text = text(parsed, option);
    if (text == null) {
      return null;
    }
    return Version.parse(text)
        .orElseThrow(
            () -> new UsageException(option + " takes a number such as 4.1, not '" + text + "'"));
  }

  private static List<Output> outputs(List<String> values) {
    List<Output> outputs = new ArrayList<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new UsageException("--output takes FORMAT=FILE, not '" + value + "'");
      }
      ReportFormat format = Choice.of(ReportFormat.class).convert(value.substring(0, equals));
      outputs.add(new Output(format, value.substring(equals + 1)));
    }
    return outputs;
  }
}
