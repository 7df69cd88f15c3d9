package io.patronilint.core.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps as PyYAML's resolver and {@code construct_yaml_timestamp} do.
 *
 * <p>One pass over the text, by hand: years of four digits, one or two digits for month, day and
 * hour, two for minute and second.
 */
final class PyTimestamps {

  private static final int SECONDS_OF_DAY = 24 * 60 * 60;

  private final String text;
  private int at;

  private int year;
  private int month;
  private int day;
  private boolean withTime;
  private int hour;
  private int minute;
  private int second;
  private int micros;
  private boolean withZone;
  private int offset;

  private PyTimestamps(String text) {
    this.text = text;
  }

  /** Tells whether PyYAML takes a plain scalar for a timestamp. */
  static boolean matches(String text) {
    if (text.length() < 8 || text.charAt(4) != '-') {
      return false;
    }
    PyTimestamps reader = new PyTimestamps(text);
    return reader.scan() && (reader.withTime || text.length() == 10);
  }

  /**
   * Makes the value.
   *
   * @throws PyValueException if the text is no timestamp or there is no such day or time
   */
  static ScalarValue.Timestamp toTimestamp(String text) throws PyValueException {
    return new ScalarValue.Timestamp(scanned(text).render());
  }

  /**
   * Returns something equal for times that Python takes for equal; {@code text} is a str() of one.
   */
  static Object key(String text) throws PyValueException {
    PyTimestamps reader = scanned(text);
    LocalDate date = LocalDate.of(reader.year, reader.month, reader.day);
    if (!reader.withTime) {
      return date;
    }
    LocalDateTime time = date.atTime(reader.time());
    return reader.withZone ? time.minusSeconds(reader.offset).toString() + "Z" : time;
  }

  private static PyTimestamps scanned(String text) throws PyValueException {
    PyTimestamps reader = new PyTimestamps(text);
    if (!reader.scan()) {
      throw new PyValueException("is no date or time");
    }
    return reader;
  }

  private boolean scan() {
    year = number(4, 4);
    month = character('-') ? number(1, 2) : -1;
    day = month >= 0 && character('-') ? number(1, 2) : -1;
    if (year < 0 || day < 0) {
      return false;
    }
    if (at == text.length()) {
      return true;
    }
    withTime = true;
    if (at < text.length() && (text.charAt(at) == 'T' || text.charAt(at) == 't')) {
      at++;
    } else if (!blanks()) {
      return false;
    }
    hour = number(1, 2);
    minute = hour >= 0 && character(':') ? number(2, 2) : -1;
    second = minute >= 0 && character(':') ? number(2, 2) : -1;
    if (second < 0) {
      return false;
    }
    fraction();
    blanks();
    return zone() && at == text.length();
  }

  private void fraction() {
    if (!character('.')) {
      return;
    }
    int scale = 100_000;
    while (at < text.length() && PyText.isDigit(text.charAt(at))) {
      micros += (text.charAt(at++) - '0') * scale;
      scale /= 10;
    }
  }

  private boolean zone() {
    if (at == text.length()) {
      // Blanks without a zone behind them match nothing.
      return text.charAt(at - 1) != ' ' && text.charAt(at - 1) != '\t';
    }
    withZone = true;
    if (character('Z')) {
      return true;
    }
    boolean negative = text.charAt(at) == '-';
    if (!negative && text.charAt(at) != '+') {
      return false;
    }
    at++;
    int hours = number(1, 2);
    int minutes = 0;
    if (character(':')) {
      minutes = number(2, 2);
    }
    if (character(':')) {
      // Only in a text of Python's own, never in one that PyYAML reads.
      return false;
    }
    offset = (hours * 60 + minutes) * 60 * (negative ? -1 : 1);
    return hours >= 0 && minutes >= 0;
  }

  private int number(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && at < text.length() && PyText.isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
      count++;
    }
    return count < least ? -1 : value;
  }

  private boolean character(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private boolean blanks() {
    int start = at;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at > start;
  }

  private LocalTime time() {
    return LocalTime.of(hour, minute, second, micros * 1000);
  }

  private String render() throws PyValueException {
    try {
      if (year == 0) {
        throw new PyValueException("lies before the year 1");
      }
      StringBuilder out = new StringBuilder(LocalDate.of(year, month, day).toString());
      if (!withTime) {
        return out.toString();
      }
      LocalTime checked = time();
      out.append(' ');
      append(out, checked.getHour(), ':');
      append(out, checked.getMinute(), ':');
      append(out, checked.getSecond(), null);
      if (micros != 0) {
        out.append('.').append(String.valueOf(1_000_000 + micros), 1, 7);
      }
      if (withZone) {
        appendOffset(out);
      }
      return out.toString();
    } catch (DateTimeException e) {
      throw new PyValueException("is no day or time that exists");
    }
  }

  private void appendOffset(StringBuilder out) throws PyValueException {
    if (Math.abs(offset) >= SECONDS_OF_DAY) {
      throw new PyValueException("lies more than a day away from UTC");
    }
    int minutes = Math.abs(offset) / 60;
    out.append(offset < 0 ? '-' : '+');
    append(out, minutes / 60, ':');
    append(out, minutes % 60, null);
  }

  private static void append(StringBuilder out, int number, @Nullable Character behind) {
    out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    if (behind != null) {
      out.append(behind.charValue());
    }
  }
}
