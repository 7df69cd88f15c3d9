package io.patronilint.core.preview;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of a recovery target without the WAL. */
enum TargetTime {
  /** It may be reached. */
  POSSIBLE,
  /** It lies after now, so that no WAL has it. */
  FUTURE,
  /** It is no time at all. */
  INVALID;

  private static final Pattern DATE =
      Pattern.compile("^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T].*)?$");

  /** Two days: more than any time zone, and than the clocks of two machines differ. */
  private static final Duration MARGIN = Duration.ofDays(2);

  static TargetTime of(String name, String value, Instant now) {
    if (!name.equals("recovery_target_time")) {
      return POSSIBLE;
    }
    Matcher date = DATE.matcher(value.strip());
    if (!date.matches()) {
      // PostgreSQL takes many forms; only what has no digit at all is certainly none of them.
      return value.chars().anyMatch(Character::isDigit) ? POSSIBLE : INVALID;
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2)),
              Integer.parseInt(date.group(3)));
      Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      return start.isAfter(now.plus(MARGIN)) ? FUTURE : POSSIBLE;
    } catch (DateTimeException e) {
      return INVALID;
    }
  }
}
