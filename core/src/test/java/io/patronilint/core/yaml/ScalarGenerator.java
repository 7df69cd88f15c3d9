package io.patronilint.core.yaml;

import java.util.Random;

/** Generates scalars of all styles that lean on what hurts. */
final class ScalarGenerator {

  private static final String[] TYPED = {
    "yes",
    "No",
    "on",
    "OFF",
    "true",
    "TRUE",
    "~",
    "null",
    "NULL",
    "0",
    "1",
    "-1",
    "+1",
    "007",
    "0o7",
    "08",
    "0x1F",
    "0b11",
    "1_000",
    "1:30",
    "01:30",
    "12:00:59",
    "1.5",
    ".5",
    "5.",
    "+.5",
    "1e3",
    "1.0e+3",
    "1.0e3",
    "-.inf",
    ".NaN",
    "1:30.5",
    "2024-02-29",
    "2024-01-01 10:00:00",
    "2001-12-14t21:59:43.10-05:00",
    "9223372036854775808",
    "1MB",
    "127.0.0.1",
    "10.0.0.1:5432",
    "<",
    "0.1",
    "100",
    "5432",
    "y",
    "n",
    "2023-02-30",
    "=",
    "<<",
    "0x",
    "0_7",
    "1__0",
    "-0",
    "1_",
    "0b_"
  };

  private static final String[] WORDS = {
    "a",
    "b",
    "c",
    "ttl",
    "scope",
    "name",
    "host",
    "x y",
    "x-y",
    "x.y",
    "x_y",
    "http://h:80/p",
    "a:b",
    "a#b",
    "-a",
    "?a",
    ":a",
    "a,b",
    "it's",
    "say \"x\"",
    "%a",
    "50%",
    "a@b",
    "${X}",
    "*.x",
    "C:\\x",
    "a  b",
    "\u00fc",
    "\ud83d\ude00",
    "a\u00a0b",
    "\ufeffb",
    "{a",
    "a}",
    "a]",
    "[a",
    "!a",
    "&a",
    "a&b",
    "a: b",
    "a #b",
    "`a`",
    "@a",
    "|",
    ">",
    "a|b",
    "--a",
    "---",
    "...",
    "a\tb",
    "{{ a }}"
  };

  private static final String[] KEYS = {
    "a",
    "b",
    "c",
    "d",
    "ttl",
    "scope",
    "name",
    "x y",
    "k-1",
    "k.2",
    "1",
    "yes",
    "~",
    "'q'",
    "\"q\"",
    "2024-01-01",
    "0x1",
    "1.0",
    "on",
    "host all",
    "\u00fc",
    "\ud83d\ude00",
    "a:b",
    "-a",
    "''",
    "=",
    "\"\\x61\"",
    "'it''s'",
    "a#b",
    "<<",
    "true",
    "\"a\\tb\""
  };

  private static final String[] TAGS = {
    "!!str",
    "!!int",
    "!!float",
    "!!bool",
    "!!null",
    "!!binary",
    "!!timestamp",
    "!!set",
    "!!omap",
    "!!pairs",
    "!!seq",
    "!!map",
    "!",
    "!foo",
    "!e!str",
    "!<tag:yaml.org,2002:str>",
    "!!python/x"
  };

  private static final String[] ESCAPES = {
    "\\n",
    "\\t",
    "\\\\",
    "\\\"",
    "\\x41",
    "\\u00e9",
    "\\U0001F600",
    "\\ ",
    "\\e",
    "\\/",
    "\\L",
    "\\N",
    "\\_",
    "\\0",
    "\\d",
    "\\x4",
    "\\\n",
    "\\ud83d\\ude00"
  };

  private final Random random;

  ScalarGenerator(Random random) {
    this.random = random;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  String word() {
    // The first words of the list are harmless; the others are odd.
    return chance(75) ? WORDS[random.nextInt(11)] : pick(WORDS);
  }

  String key() {
    return chance(80) ? KEYS[random.nextInt(9)] : pick(KEYS);
  }

  String tag() {
    return chance(50) ? TAGS[0] : pick(TAGS);
  }

  /** Returns a scalar on one line, or over some lines that stand deeper. */
  String inline() {
    int kind = random.nextInt(100);
    if (kind < 35) {
      return chance(90) ? TYPED[random.nextInt(TYPED.length - 8)] : pick(TYPED);
    }
    if (kind < 65) {
      return plain();
    }
    return kind < 82 ? single() : twofold();
  }

  String flowScalar() {
    int kind = random.nextInt(100);
    if (kind < 40) {
      return chance(90) ? TYPED[random.nextInt(TYPED.length - 8)] : pick(TYPED);
    }
    if (kind < 60) {
      return word();
    }
    return kind < 85 ? single() : twofold();
  }

  private String plain() {
    StringBuilder text = new StringBuilder(word());
    while (chance(25)) {
      text.append(gap()).append(word());
    }
    return text.toString();
  }

  /** Returns what stands between words: blanks, or a line end that is folded. */
  private String gap() {
    if (chance(70)) {
      return chance(90) ? " " : "  ";
    }
    if (chance(85)) {
      return chance(80) ? "\n " : "\n\n  ";
    }
    return chance(30) ? "\t" : chance(50) ? " \n " : "\n  \n ";
  }

  private String single() {
    StringBuilder text = new StringBuilder("'");
    while (chance(55)) {
      text.append(word().replace("'", chance(97) ? "''" : "'")).append(chance(50) ? gap() : "");
    }
    return text.append('\'').toString();
  }

  private String twofold() {
    StringBuilder text = new StringBuilder("\"");
    while (chance(60)) {
      text.append(chance(30) ? escape() : word().replace("\\", "\\\\").replace("\"", "\\\""));
      text.append(chance(50) ? gap() : "");
    }
    return text.append('"').toString();
  }

  private String escape() {
    return chance(85) ? ESCAPES[random.nextInt(8)] : pick(ESCAPES);
  }

  /** Returns a block scalar with its header, below a collection at {@code indent}. */
  String block(int indent) {
    StringBuilder text = new StringBuilder(chance(60) ? "|" : ">");
    int extra = 1 + random.nextInt(3);
    boolean explicit = chance(12);
    String chomping = chance(50) ? "" : chance(50) ? "-" : "+";
    text.append(explicit && chance(50) ? extra + chomping : chomping + (explicit ? extra : ""));
    text.append(chance(8) ? " # c" : "").append(chance(2) ? "x" : "").append('\n');
    int lines = random.nextInt(5);
    for (int i = 0; i < lines; i++) {
      if (chance(20)) {
        text.append(chance(75) ? "" : " ".repeat(random.nextInt(8))).append('\n');
      } else {
        int deeper = chance(80) ? 0 : random.nextInt(4);
        deeper = i == 0 && !explicit ? 0 : deeper;
        text.append(" ".repeat(Math.max(0, indent + extra + deeper - (chance(2) ? 1 : 0))));
        text.append(chance(10) ? "# " : "")
            .append(word())
            .append(chance(8) ? " " : "")
            .append('\n');
      }
    }
    while (chance(20)) {
      text.append('\n');
    }
    return text.toString();
  }
}
