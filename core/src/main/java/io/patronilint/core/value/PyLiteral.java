package io.patronilint.core.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Python's {@code repr()} of strings and timestamps. */
final class PyLiteral {

  private PyLiteral() {}

  /** Returns {@code repr} of a string. */
  static String string(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints().forEach(c -> out.append(character(c, quote)));
    return out.append(quote).toString();
  }

  private static String character(int c, char quote) {
    if (c == '\\' || c == quote) {
      return "\\" + (char) c;
    }
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isPrintable(c) ? Character.toString(c) : escape(c);
    };
  }

  private static String escape(int c) {
    if (c <= 0xff) {
      return String.format(Locale.ROOT, "\\x%02x", c);
    }
    return String.format(Locale.ROOT, c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** Returns {@code repr} of a date or a date and time, from its {@code str}. */
  static String timestamp(String text) {
    if (text.length() == 10) {
      return "datetime.date(" + String.join(", ", numbers(text)) + ")";
    }
    int zone = Math.max(text.indexOf('+', 19), text.indexOf('-', 19));
    List<String> parts = numbers(zone < 0 ? text : text.substring(0, zone));
    if (parts.get(parts.size() - 1).equals("0")) {
      // Seconds of 0 are not shown, and a fraction of 0 is not there at all.
      parts.remove(parts.size() - 1);
    }
    String offset = zone < 0 ? "" : ", tzinfo=" + zone(text.substring(zone));
    return "datetime.datetime(" + String.join(", ", parts) + offset + ")";
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    for (String part : text.split("[- :.]", -1)) {
      numbers.add(String.valueOf(Integer.parseInt(part)));
    }
    return numbers;
  }

  private static String zone(String offset) {
    List<String> parts = numbers(offset.substring(1));
    int seconds = Integer.parseInt(parts.get(0)) * 3600 + Integer.parseInt(parts.get(1)) * 60;
    if (seconds == 0) {
      return "datetime.timezone.utc";
    }
    if (offset.startsWith("+")) {
      return "datetime.timezone(datetime.timedelta(seconds=" + seconds + "))";
    }
    return "datetime.timezone(datetime.timedelta(days=-1, seconds=" + (86400 - seconds) + "))";
  }
}
