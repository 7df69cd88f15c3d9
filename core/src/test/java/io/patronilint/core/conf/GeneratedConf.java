package io.patronilint.core.conf;

import java.util.List;
import java.util.Random;

/** Makes up texts in the syntax of postgresql.conf, many of them with mistakes. */
final class GeneratedConf {

  private static final List<String> NAMES =
      List.of(
          "port",
          "restore_command",
          "RESTORE_COMMAND",
          "work_mem",
          "Archive_Mode",
          "foo.bar",
          "a.b",
          "x",
          "_x1",
          "é",
          "naïve.ü",
          "日本",
          "include_me",
          "primary_conninfo",
          "wal_level",
          "foo.bar.baz",
          "a-b",
          "1x",
          "x.",
          ".x",
          "a..b",
          "x$",
          "\"x\"",
          "'x'",
          "x:y");

  private static final List<String> SEPARATORS =
      List.of(" = ", "=", " ", "\t", " =", "= ", "", " == ", " := ", ": ", " \r ", "=\t\r", "\f");

  private static final List<String> WORDS =
      List.of(
          "on", "off", "replica", "minimal", "utf-8", "a/b", "a:b", "x.y", "x.y.z", "x.", "é",
          "ü-ß", "1", "-1", "+2", "0x1F", "0x", "0xg", "0xFg", "10MB", "1.5", "1.5MB", "1e5",
          "1.e5", ".5", ".", "+.", "-", "--1", "1_000", "5min", "1µs", "1.2.3", "-.e+5", ".e",
          "1.e+", "0x1.8", "00", "1 MB", "a b", "a,b", "a+b", "$x", "/a", "*", "\"q\"", "%f", "@",
          "~", "a\0b", "\0", "\u00A0", "\u2028", "\u0085", "\uFEFF", "😀", "\u000B", "\u007F",
          "(x)", "a=b", "include");

  private static final List<String> QUOTED =
      List.of(
          "a",
          "b c",
          "''",
          "\\'",
          "\\\\",
          "\\n",
          "\\t\\b\\f\\r",
          "\\101",
          "\\1",
          "\\12345",
          "\\303\\251",
          "\\377",
          "\\8",
          "\\x41",
          "\\000",
          "\\400",
          "\\é",
          "%f \"%p\"",
          "#",
          "=",
          "é",
          "日本",
          "😀",
          "\t",
          "\r",
          "\0",
          "\\\0",
          "\u0001",
          "  ",
          "$(x)",
          "/",
          "\\",
          "'",
          "\\\\'",
          "''''",
          "\f",
          "cp /a/%f %p",
          "host=h password=p");

  private static final List<String> LINE_ENDS =
      List.of(
          "\n", "\n", "\n", "\n", "\r\n", "\r\n", "\n\n", "\r", "\n\r", "\r\r\n", "\f\n", "\0\n");

  private static final List<String> COMMENTS =
      List.of(
          "# c", "#", "#'", "# it's = 5", "  # \0", "#\r", "# é", "#\\", "-- no", "; no", "// no");

  private final Random random;

  GeneratedConf(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a text. */
  String next() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(40) == 0) {
      text.append('\uFEFF');
    }
    int lines = random.nextInt(random.nextInt(100) == 0 ? 400 : 14);
    for (int i = 0; i < lines; i++) {
      line(text);
      text.append(LINE_ENDS.get(random.nextInt(LINE_ENDS.size())));
    }
    if (random.nextInt(3) == 0) {
      line(text);
    }
    if (random.nextInt(4) == 0) {
      damage(text);
    }
    // Of a NUL right behind the opening quote PostgreSQL makes what happens to be in its memory.
    return text.toString().replace("'\0", "'a\0");
  }

  private void line(StringBuilder text) {
    if (random.nextInt(6) == 0) {
      text.append(" ".repeat(random.nextInt(3)));
    }
    switch (random.nextInt(20)) {
      case 0 -> {}
      case 1 -> text.append(any(COMMENTS));
      case 2 -> text.append(any(NAMES));
      case 3 -> text.append(any(WORDS)).append(any(SEPARATORS)).append(value());
      case 4 -> directive(text);
      default -> text.append(name()).append(separator()).append(value());
    }
    if (random.nextInt(6) == 0) {
      text.append(random.nextInt(4) == 0 ? value() : " ").append(any(COMMENTS));
    }
  }

  private void directive(StringBuilder text) {
    text.append(
            any(List.of("include", "include_if_exists", "include_dir", "INCLUDE", "Include_Dir")))
        .append(any(SEPARATORS))
        .append(
            any(List.of("'no/such'", "'no.conf'", "no.conf", "no-conf", "''", "' '", "'no", "7")));
  }

  private String name() {
    return random.nextInt(5) == 0 ? any(NAMES) : NAMES.get(random.nextInt(15));
  }

  private String separator() {
    return random.nextInt(5) == 0 ? any(SEPARATORS) : SEPARATORS.get(random.nextInt(4));
  }

  private String value() {
    if (random.nextInt(5) < 2) {
      return any(WORDS);
    }
    StringBuilder value = new StringBuilder("'");
    for (int i = random.nextInt(4); i > 0; i--) {
      value.append(any(QUOTED));
    }
    return random.nextInt(25) == 0 ? value.toString() : value.append('\'').toString();
  }

  /** Cuts the text off, or changes, removes or repeats something in it. */
  private void damage(StringBuilder text) {
    for (int i = random.nextInt(4); i >= 0 && text.length() > 0; i--) {
      int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
      int end = text.offsetByCodePoints(at, 1);
      switch (random.nextInt(5)) {
        case 0 -> text.setLength(at);
        case 1 -> text.replace(at, end, any(WORDS));
        case 2 -> text.delete(at, end);
        case 3 -> text.insert(at, any(QUOTED));
        default -> text.insert(at, (char) random.nextInt(0x80));
      }
    }
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
