package io.patronilint.core.observed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * {@code global/pg_control} of a data directory, read without a server.
 *
 * <p>Source: the structs {@code ControlFileData} and {@code CheckPoint} in {@code pg_control.h} of
 * PostgreSQL 9.3 to 18, and what {@code pg_controldata} prints of them. All offsets are in bytes;
 * the byte order is that of the machine that wrote the file.
 *
 * @param text the fields as {@code pg_controldata} prints them, a line each; empty if the file is
 *     damaged or of a release that is not known
 * @param damage why PostgreSQL refuses the file, a sentence; null if it does not
 */
public record ControlFile(String text, @Nullable String damage) {

  private static final List<String> STATES =
      List.of(
          "starting up",
          "shut down",
          "shut down in recovery",
          "shutting down",
          "in crash recovery",
          "in archive recovery",
          "in production");

  private static final int CHECKPOINT = 32;

  /** No release has had a version of the file above this, nor is one near. */
  private static final int HIGHEST_VERSION = 100_000;

  /** Reads the content of the file. */
  public static ControlFile read(byte[] content) {
    if (content.length < ControlLayout.LEAST_BYTES) {
      return damaged(tooShort(content.length));
    }
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (!plausible(bytes)) {
      bytes.order(ByteOrder.BIG_ENDIAN);
    }
    if (!plausible(bytes)) {
      return damaged("no release of PostgreSQL writes what it begins with");
    }
    ControlLayout layout = ControlLayout.of(version(bytes));
    if (layout == null) {
      return new ControlFile("", null);
    }
    if (content.length < layout.size()) {
      return damaged(tooShort(content.length));
    }
    if (layout.checksum() > 0 && !intact(bytes, content, layout.checksum())) {
      return damaged("its checksum is not that of its content");
    }
    return new ControlFile(print(bytes, layout), null);
  }

  private static ControlFile damaged(String why) {
    return new ControlFile("", "The control file is damaged: " + why + ".");
  }

  private static String tooShort(int length) {
    return "it ends after " + length + " bytes";
  }

  private static int version(ByteBuffer bytes) {
    return bytes.getInt(8);
  }

  private static boolean plausible(ByteBuffer bytes) {
    return version(bytes) > 0 && version(bytes) < HIGHEST_VERSION;
  }

  private static boolean intact(ByteBuffer bytes, byte[] content, int checksum) {
    CRC32C crc = new CRC32C();
    crc.update(content, 0, checksum);
    return (int) crc.getValue() == bytes.getInt(checksum);
  }

  private static String print(ByteBuffer bytes, ControlLayout layout) {
    int copy = layout.checkPointCopy();
    long redo = bytes.getLong(copy);
    int timeline = bytes.getInt(copy + 8);
    long segment = layout.segmentSize() > 0 ? bytes.getInt(layout.segmentSize()) : 16 << 20;
    StringBuilder text = new StringBuilder();
    line(text, "pg_control version number", String.valueOf(version(bytes)));
    line(text, "Database system identifier", Long.toUnsignedString(bytes.getLong(0)));
    line(text, "Database cluster state", state(bytes.getInt(16)));
    line(text, "Latest checkpoint location", lsn(bytes.getLong(CHECKPOINT)));
    line(text, "Latest checkpoint's REDO location", lsn(redo));
    line(text, "Latest checkpoint's REDO WAL file", walFile(timeline, redo, segment));
    line(text, "Latest checkpoint's TimeLineID", Integer.toUnsignedString(timeline));
    int recovery = layout.minRecoveryPoint();
    if (recovery > 0) {
      line(text, "Minimum recovery ending location", lsn(bytes.getLong(recovery)));
      line(
          text,
          "Min recovery ending loc's timeline",
          Integer.toUnsignedString(bytes.getInt(recovery + 8)));
      line(text, "Backup start location", lsn(bytes.getLong(recovery + 16)));
      line(text, "Backup end location", lsn(bytes.getLong(recovery + 24)));
      line(text, "End-of-backup record required", bytes.get(recovery + 32) == 0 ? "no" : "yes");
    }
    if (layout.segmentSize() > 0) {
      line(text, "Bytes per WAL segment", String.valueOf(segment));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(label).append(':').append(" ".repeat(Math.max(1, 37 - label.length())));
    text.append(value).append('\n');
  }

  private static String state(int number) {
    return number >= 0 && number < STATES.size() ? STATES.get(number) : "unrecognized status code";
  }

  private static String lsn(long position) {
    return String.format(Locale.ROOT, "%X/%X", position >>> 32, position & 0xffffffffL);
  }

  /** {@code XLogFileName}: timeline, and the number of the segment in two parts. */
  private static String walFile(int timeline, long position, long segment) {
    if (segment <= 0) {
      return "";
    }
    long number = Long.divideUnsigned(position, segment);
    long each = 0x1_0000_0000L / segment;
    return String.format(Locale.ROOT, "%08X%08X%08X", timeline, number / each, number % each);
  }
}
