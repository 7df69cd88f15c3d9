package io.patronilint.core.effective;

import io.patronilint.core.Version;
import org.jspecify.annotations.Nullable;

/** Where we differ from Patroni and know it. */
enum KnownDifference {
  /**
   * Before 3.0.3 a check calls {@code lower()} of the value, which bytes have too; for us they are
   * no string, and the dynamic configuration is dropped.
   */
  BYTES_AS_WAL_LEVEL;

  static @Nullable KnownDifference of(Sample sample, String version) {
    boolean old = !Version.parse(version).orElseThrow().atLeast(3, 0, 3);
    return old && sample.toString().matches("(?is).*wal_level: !!binary.*")
        ? BYTES_AS_WAL_LEVEL
        : null;
  }
}
