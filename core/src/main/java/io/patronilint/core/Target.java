package io.patronilint.core;

import org.jspecify.annotations.Nullable;

/**
 * The versions that a configuration is meant for.
 *
 * @param patroni version of Patroni, or null if not known
 * @param postgresql version of PostgreSQL, or null if not known; its major number is what counts
 */
public record Target(@Nullable Version patroni, @Nullable Version postgresql) {

  /** Knows nothing; versions are then inferred from the files where they show them. */
  public static Target unknown() {
    return new Target(null, null);
  }

  /** Tells whether no version is known. */
  public boolean isUnknown() {
    return patroni == null && postgresql == null;
  }

  /**
   * Names the version of Patroni.
   *
   * @throws IllegalArgumentException if {@code version} is not a version number
   */
  public static Target patroni(String version) {
    Version parsed =
        Version.parse(version)
            .orElseThrow(() -> new IllegalArgumentException("not a version: " + version));
    return new Target(parsed, null);
  }

  /** Returns this target with the major version of PostgreSQL. */
  public Target postgresql(int major) {
    return new Target(patroni, Version.of(major));
  }

  /** Tells whether Patroni is known to be older than {@code numbers}. */
  public boolean patroniBefore(int... numbers) {
    return patroni != null && !patroni.atLeast(numbers);
  }

  /** Tells whether PostgreSQL is known to be older than {@code major}. */
  public boolean postgresqlBefore(int major) {
    return postgresql != null && postgresql.major() < major;
  }

  /** Tells whether PostgreSQL is known to be {@code major} or newer. */
  public boolean postgresqlAtLeast(int major) {
    return postgresql != null && postgresql.major() >= major;
  }
}
