package io.patronilint.core.preview;

import io.patronilint.core.Version;
import java.util.ArrayList;
import java.util.List;

/** What not every Patroni does, with the versions that do. */
enum Behaviour {
  /**
   * Leaves a restored backup to PostgreSQL instead of running crash recovery in single-user mode on
   * it ({@code Postgresql.was_restored_from_backup}; PostgreSQL 15 and newer only).
   */
  SPARES_RESTORED_BACKUP(
      new Range(Version.of(3, 3, 10), Version.of(4)),
      new Range(Version.of(4, 0, 9), Version.of(4, 1)),
      new Range(Version.of(4, 1, 3), Range.OPEN)),
  /** Does not bootstrap into an empty directory while paused ({@code Ha._run_cycle}). */
  PAUSE_HOLDS_BOOTSTRAP(new Range(Version.of(2, 0, 1), Range.OPEN)),
  /** Passes unknown keys of a bootstrap method as options ({@code Bootstrap._custom_bootstrap}). */
  METHOD_KEYS_BECOME_OPTIONS(new Range(Version.of(3, 2), Range.OPEN)),
  /** Knows {@code no_leader} in a replica creation method. */
  NO_LEADER(new Range(Version.of(3), Range.OPEN)),
  /** Knows {@code no_master}, its older name. */
  NO_MASTER(new Range(Version.of(2), Version.of(4))),
  /** Knows the tag {@code failover_priority}; 0 forbids promotion. */
  FAILOVER_PRIORITY(new Range(Version.of(3, 2), Range.OPEN));

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that do not change.
  private final List<Range> ranges;

  Behaviour(Range... ranges) {
    this.ranges = List.of(ranges);
  }

  /** Tells whether {@code patroni} behaves so; "4.1" means the last release of that series. */
  boolean of(Version patroni) {
    List<Integer> parts = new ArrayList<>(patroni.parts());
    while (parts.size() < 3) {
      parts.add(99);
    }
    Version release = new Version(parts);
    return ranges.stream().anyMatch(r -> r.contains(release));
  }

  /**
   * Versions.
   *
   * @param from the first one
   * @param before the first one that is not in the range any more
   */
  private record Range(Version from, Version before) {
    private static final Version OPEN = Version.of(Integer.MAX_VALUE);

    boolean contains(Version version) {
      return version.compareTo(from) >= 0 && version.compareTo(before) < 0;
    }
  }
}
