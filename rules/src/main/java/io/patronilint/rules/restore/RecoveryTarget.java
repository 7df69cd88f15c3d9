package io.patronilint.rules.restore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where recovery is to end.
 *
 * @param kind what kind of place that is
 * @param value the place as PostgreSQL and the backup tools read it; empty for the latest
 */
public record RecoveryTarget(Kind kind, String value) {

  /** What recovery ends at. */
  public enum Kind {
    /** The end of what is archived. */
    LATEST,
    /** A point in time. */
    TIME,
    /** A position in the WAL. */
    LSN,
    /** A restore point that was named with {@code pg_create_restore_point}. */
    NAME,
    /** A transaction. */
    XID
  }

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,6})?) ?"
              + "(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)");

  private static final Pattern LSN = Pattern.compile("[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}");
  private static final Pattern XID = Pattern.compile("\\d{1,19}");

  /** Returns the end of what is archived. */
  public static RecoveryTarget latest() {
    return new RecoveryTarget(Kind.LATEST, "");
  }

  /**
   * Reads {@code latest}, a time, or {@code time=}, {@code lsn=}, {@code name=} or {@code xid=}
   * with a value.
   *
   * <p>A time needs its zone: without one PostgreSQL takes that of the server, pgBackRest and
   * Barman that of the machine.
   *
   * @throws IllegalArgumentException if it is none of these, with a message for people
   */
  public static RecoveryTarget parse(String text) {
    if (text.equals("latest")) {
      return latest();
    }
    int equals = text.indexOf('=');
    String value = text.substring(equals + 1);
    return switch (equals < 0 ? "time" : text.substring(0, equals)) {
      case "time" -> new RecoveryTarget(Kind.TIME, time(value));
      case "lsn" -> new RecoveryTarget(Kind.LSN, matching(LSN, value, "a position like 0/3000148"));
      case "xid" -> new RecoveryTarget(Kind.XID, matching(XID, value, "a number"));
      case "name" -> new RecoveryTarget(Kind.NAME, named(value));
      default -> throw new IllegalArgumentException("'" + text + "' is no recovery target");
    };
  }

  private static String time(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no point in time with its zone, such as 2026-03-14 06:12:51+00 or"
              + " 2026-03-14T07:12:51+01:00");
    }
    String zone = time.group(3);
    if (zone.length() == 5) {
      zone = zone.substring(0, 3) + ":" + zone.substring(3);
    } else if (zone.length() == 3 && !zone.equals("UTC")) {
      zone += ":00";
    }
    boolean utc = zone.equals("Z") || zone.equals("UTC");
    return time.group(1) + " " + time.group(2) + (utc ? "+00:00" : zone);
  }

  private static String matching(Pattern pattern, String text, String wanted) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not " + wanted);
    }
    return text;
  }

  private static String named(String text) {
    if (text.isBlank() || text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("'" + text + "' is not the name of a restore point");
    }
    return text;
  }

  /** Tells whether recovery goes on to the end of what is archived. */
  public boolean isLatest() {
    return kind == Kind.LATEST;
  }

  /** Returns the recovery parameters that ask for it. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    switch (kind) {
      case LATEST -> {}
      case TIME -> parameters.put("recovery_target_time", value);
      case LSN -> parameters.put("recovery_target_lsn", value);
      case NAME -> parameters.put("recovery_target_name", value);
      case XID -> parameters.put("recovery_target_xid", value);
    }
    return parameters;
  }

  /** Returns it in words. */
  public String words() {
    return switch (kind) {
      case LATEST -> "the latest state";
      case TIME -> value;
      case LSN -> "the position " + value;
      case NAME -> "the restore point " + value;
      case XID -> "the transaction " + value;
    };
  }
}
