package io.patronilint.cli;

import io.patronilint.core.Target;
import io.patronilint.core.Version;
import io.patronilint.core.workspace.DcsState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options that say which files there are and what they are meant for.
 *
 * @param paths files and directories; {@code -} for standard input
 * @param target versions that were named
 * @param dynamicConfig file with the dynamic configuration, or null
 * @param dataDir data directory, or null
 * @param autoConf postgresql.auto.conf outside its data directory, or null
 * @param pgbackrestConf pgbackrest.conf, or null
 * @param envFile file of variables, or null
 * @param dcs state of the DCS
 * @param stdinName name of what comes by standard input, or null
 * @param jobs how many threads to use at most
 */
record FileOptions(
    List<String> paths,
    Target target,
    @Nullable String dynamicConfig,
    @Nullable String dataDir,
    @Nullable String autoConf,
    @Nullable String pgbackrestConf,
    @Nullable String envFile,
    DcsState dcs,
    @Nullable String stdinName,
    int jobs) {

  FileOptions {
    paths = List.copyOf(paths);
  }

  /**
   * Reads the options out of what was parsed.
   *
   * @throws UsageException if a value is none that the option takes
   */
  static FileOptions of(Arguments arguments) {
    int jobs = arguments.option("--jobs", Runtime.getRuntime().availableProcessors());
    if (jobs < 1) {
      throw new UsageException("--jobs takes a number from 1, not " + jobs);
    }
    return new FileOptions(
        arguments.words().isEmpty() ? List.of(".") : arguments.words(),
        new Target(
            version(arguments, "--patroni-version"), version(arguments, "--postgres-version")),
        text(arguments, "--dynamic-config"),
        text(arguments, "--data-dir"),
        text(arguments, "--auto-conf"),
        text(arguments, "--pgbackrest-conf"),
        text(arguments, "--env-file"),
        arguments.option("--dcs", DcsState.UNKNOWN),
        text(arguments, "--stdin-filename"),
        jobs);
  }

  static @Nullable String text(Arguments arguments, String option) {
    String value = arguments.option(option, "");
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Version version(Arguments arguments, String option) {
    String text = text(arguments, option);
    if (text == null) {
      return null;
    }
    return Version.parse(text)
        .orElseThrow(
            () -> new UsageException(option + " takes a number such as 4.1, not '" + text + "'"));
  }
}
