package io.patronilint.cli;

import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and reads the files that the options name. */
final class Loading {

  static final String STDIN = "-";

  private final FileOptions options;
  private final Shell shell;
  private boolean outputs;
  private boolean variablesAlone;

  Loading(FileOptions options, Shell shell) {
    this.options = options;
    this.shell = shell;
  }

  /**
   * Takes what commands printed, and was put beside a file that is named, for named as well: {@code
   * patronictl-list.txt}, {@code pg_controldata.txt} and their like and, unless an option names
   * another, {@code dynamic.yml}.
   */
  Loading withOutputs() {
    outputs = true;
    return this;
  }

  /** Takes files of variables for nodes where there is no other configuration. */
  Loading withVariablesAlone() {
    variablesAlone = true;
    return this;
  }

  private List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    for (String name : options.paths()) {
      if (!name.equals(STDIN)) {
        Path path = path(name, shell);
        paths.add(path);
        if (outputs && Files.isRegularFile(path)) {
          addBeside(path, paths);
        }
      }
    }
    return paths;
  }

  private void addBeside(Path file, List<Path> paths) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "patronictl-list.txt",
                "pg_controldata.txt",
                "pgbackrest-info.json",
                "pg_stat_archiver.txt"));
    if (options.dynamicConfig() == null) {
      names.add("dynamic.yml");
    }
    for (String name : names) {
      Path beside = file.resolveSibling(name);
      if (Files.isRegularFile(beside)) {
        paths.add(beside);
      }
    }
  }

  /** Reads the files. */
  Workspace load() {
    WorkspaceLoader loader =
        WorkspaceLoader.builder()
            .base(shell.directory())
            .paths(paths())
            .dynamicConfig(file(options.dynamicConfig()))
            .dataDir(file(options.dataDir()))
            .autoConf(file(options.autoConf()))
            .pgbackrestConf(file(options.pgbackrestConf()))
            .envFile(file(options.envFile()))
            .variablesAlone(variablesAlone)
            .dcs(options.dcs())
            .target(options.target())
            .jobs(options.jobs());
    if (options.dcs() == DcsState.WIPED && options.dynamicConfig() != null) {
      shell
          .err()
          .append("patroni-lint: ")
          .append(options.dynamicConfig())
          .append(" does not count: --dcs wiped says that the DCS has lost it\n");
    }
    if (options.paths().contains(STDIN)) {
      String name = options.stdinName();
      loader.stdin(standardInput(), name == null ? "patroni.yml" : name);
    } else if (options.stdinName() != null) {
      throw new UsageException("--stdin-filename goes with PATH '-'");
    }
    return loader.load();
  }

  private String standardInput() {
    try {
      return new String(shell.in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Path file(@Nullable String name) {
    return name == null ? null : path(name, shell);
  }

  /**
   * Returns the file that {@code name} names, seen from the shell's directory.
   *
   * @throws UsageException if it cannot be a path
   */
  static Path path(String name, Shell shell) {
    try {
      return shell.directory().resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException("this cannot be a path: '" + name + "'");
    }
  }
}
