package io.patronilint.core.effective;

import org.jspecify.annotations.Nullable;

/** Where we differ from Patroni and know it. */
enum KnownDifference {
  /**
   * Python's bytes can be read as numbers and have {@code lower()}, so that another exception is
   * raised for them, or, before 3.0.3, a parameter is left out where for us the whole dynamic
   * configuration is dropped. JSON has no bytes: only bootstrap.dcs can hold them.
   */
  BYTES_IN_BOOTSTRAP;

  static @Nullable KnownDifference of(Sample sample) {
    return sample.toString().matches("(?s).*dcs: .*!!binary.*") ? BYTES_IN_BOOTSTRAP : null;
  }
}
