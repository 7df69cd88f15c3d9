package io.patronilint.cli;

import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.Target;
import io.patronilint.core.workspace.DcsState;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param schema file with the team's own schema, or null
 * @param host whether to look at this machine as well
 * @param hostUser the user who runs Patroni, or null to find it out
 * @param failOn how bad a finding has to be for exit code 1
 * @param stdinName name of what comes by standard input, or null
 * @param color when to use colours
 * @param quiet whether to print findings only
 * @param jobs how many threads to use at most
 */
record CheckOptions(
    List<String> paths,
    ReportFormat format,
    List<OutputFile<ReportFormat>> outputs,
    Target target,
    @Nullable String dynamicConfig,
    @Nullable String dataDir,
    @Nullable String autoConf,
    @Nullable String pgbackrestConf,
    @Nullable String envFile,
    DcsState dcs,
    List<String> select,
    List<String> ignore,
    @Nullable String schema,
    boolean host,
    @Nullable String hostUser,
    FailOn failOn,
    @Nullable String stdinName,
    ColorMode color,
    boolean quiet,
    int jobs) {

  CheckOptions {
    paths = List.copyOf(paths);
    outputs = List.copyOf(outputs);
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /**
   * Reads the options out of what was parsed.
   *
   * @throws UsageException if a value is none that the option takes
   */
  static CheckOptions of(Arguments arguments) {
    FileOptions files = FileOptions.of(arguments);
    return new CheckOptions(
        files.paths(),
        arguments.option("--format", ReportFormat.TEXT),
        OutputFile.parse(arguments.option("--output", List.of()), ReportFormat.class),
        files.target(),
        files.dynamicConfig(),
        files.dataDir(),
        files.autoConf(),
        files.pgbackrestConf(),
        files.envFile(),
        files.dcs(),
        arguments.option("--select", List.of()),
        arguments.option("--ignore", List.of()),
        FileOptions.text(arguments, "--schema"),
        arguments.option("--host", false),
        FileOptions.text(arguments, "--host-user"),
        arguments.option("--fail-on", FailOn.ERROR),
        files.stdinName(),
        arguments.option("--color", ColorMode.AUTO),
        arguments.option("--quiet", false),
        files.jobs());
  }

  /** Returns the options that say which files there are. */
  FileOptions files() {
    return new FileOptions(
        paths,
        target,
        dynamicConfig,
        dataDir,
        autoConf,
        pgbackrestConf,
        envFile,
        dcs,
        stdinName,
        jobs);
  }
}
