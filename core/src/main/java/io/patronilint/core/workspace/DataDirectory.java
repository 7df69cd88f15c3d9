package io.patronilint.core.workspace;

import io.patronilint.core.observed.ControlData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a PostgreSQL data directory without a server.
 *
 * @param path its path as reports show it
 * @param location where it is on disk, or null
 * @param names names of all files and directories directly inside, and {@code pg_wal/NAME} for what
 *     is in {@code pg_wal}
 * @param files the files in it that were read
 */
public record DataDirectory(
    String path, @Nullable Path location, Set<String> names, List<SourceFile> files) {

  /** The path of the control file inside a data directory. */
  static final String CONTROL_FILE = "global/pg_control";

  /** Copies the collections. */
  public DataDirectory {
    names = Set.copyOf(names);
    files = List.copyOf(files);
  }

  /** Makes a data directory of which nothing but {@code files} is known. */
  static DataDirectory of(String path, List<SourceFile> files) {
    Set<String> names =
        files.stream()
            .map(f -> f.kind() == FileKind.CONTROL_FILE ? CONTROL_FILE : f.name())
            .collect(Collectors.toSet());
    return new DataDirectory(path, null, names, files);
  }

  /** Tells whether {@code name} is there, read or not. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** Returns the file called {@code name} if it was read. */
  public Optional<SourceFile> file(String name) {
    for (SourceFile file : files) {
      if (file.name().equals(name)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Returns the major version of PostgreSQL in {@code PG_VERSION}: 15, or 9.6. */
  public @Nullable String version() {
    return file("PG_VERSION").map(f -> f.text().text().strip()).orElse(null);
  }

  /**
   * Returns the state in the control file, for instance {@code in production}, or failing that the
   * one that {@code pg_controldata} printed; null if neither is there.
   */
  public @Nullable String clusterState() {
    return controlData().flatMap(ControlData::state).orElse(null);
  }

  /** Returns what the control file holds or, failing that, what {@code pg_controldata} printed. */
  Optional<ControlData> controlData() {
    Optional<SourceFile> control =
        file("pg_control")
            .filter(f -> f.kind() == FileKind.CONTROL_FILE && !f.text().text().isEmpty());
    return control
        .or(() -> files.stream().filter(f -> f.kind() == FileKind.CONTROL_DATA).findFirst())
        .map(ControlData::of);
  }

  /**
   * Tells whether a backup was restored here and PostgreSQL has not yet been started on it: {@code
   * backup_label} is there.
   */
  public boolean freshlyRestored() {
    return has("backup_label");
  }
}
