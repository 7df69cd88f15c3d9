package io.patronilint.core.observed;

import org.jspecify.annotations.Nullable;

/**
 * Where the fields of {@code ControlFileData} are; offsets in bytes, 0 for what is not looked at.
 *
 * <p>Source: {@code src/include/catalog/pg_control.h}. The file of PostgreSQL 9.4 and of 9.5 has
 * the same version and different fields behind the checkpoint, so of releases before 9.6 only what
 * comes up to there is read, and their checksum is not looked at.
 *
 * @param checkPointCopy the copy of the latest checkpoint
 * @param minRecoveryPoint the first of the fields on recovery; four more follow
 * @param segmentSize the size of a WAL segment
 * @param checksum the checksum (CRC-32C), behind everything that it covers
 * @param size how much of the file PostgreSQL reads
 */
record ControlLayout(
    int checkPointCopy, int minRecoveryPoint, int segmentSize, int checksum, int size) {

  /** Up to the timeline of the latest checkpoint, wherever that is. */
  static final int LEAST_BYTES = 64;

  private static final ControlLayout EARLY = new ControlLayout(48, 0, 0, 0, 64);
  private static final ControlLayout V9_6 = new ControlLayout(48, 136, 228, 256, 264);
  private static final ControlLayout V10 = new ControlLayout(48, 136, 228, 288, 296);
  private static final ControlLayout V11 = new ControlLayout(40, 128, 220, 280, 288);
  private static final ControlLayout V12 = new ControlLayout(40, 136, 228, 288, 296);
  private static final ControlLayout V18 = new ControlLayout(40, 136, 228, 292, 296);

  /** Returns the layout of {@code pg_control_version}; null if it is not known. */
  static @Nullable ControlLayout of(int version) {
    return switch (version) {
      case 937, 942 -> EARLY;
      case 960 -> V9_6;
      case 1002 -> V10;
      case 1100 -> V11;
      case 1201, 1300, 1700 -> V12;
      case 1800 -> V18;
      default -> null;
    };
  }
}
