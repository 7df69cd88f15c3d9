package io.patronilint.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes files in the manner of Patroni's, in every style that YAML has: comments in likely and
 * unlikely places, all kinds of scalars and line ends, lists indented or not.
 */
final class GeneratedYaml {

  private static final String[] NAMES = {
    "scope",
    "name",
    "restapi",
    "listen",
    "bootstrap",
    "dcs",
    "ttl",
    "postgresql",
    "parameters",
    "recovery_conf",
    "restore_command",
    "pg_hba",
    "tags",
    "users",
    "data_dir",
    "'quoted key'",
    "\"double\"",
    "12",
    "a.b",
    "on",
    "callbacks",
    "method",
    "use_pg_rewind",
    "wal_level"
  };
  private static final String[] SCALARS = {
    "plain",
    "10",
    "on",
    "0700",
    "'single'",
    "'it''s'",
    "\"dou\\tble\"",
    "a b c",
    "~",
    "",
    "null",
    "/usr/lib/postgresql/15/bin",
    "host all all 0.0.0.0/0 md5",
    "cp /a/%f \"%p\"",
    "1.5",
    "'#'",
    "\"a: b\"",
    "ü\uD83D\uDE00",
    "{}",
    "[]",
    "{ }",
    "2024-01-01",
    "1:30",
    "http://x:80/y#z"
  };
  private static final String[] FLOWS = {
    "{a: 1, b: 'x'}",
    "[one, two]",
    "{a: {b: [1, 2]}}",
    "[{a: 1}, {b: 2}]",
    "{a: , b: 1}",
    "[a: 1, b]",
    "{\"a\": \"b\", \"c\": [\"d\"]}",
    "[ one , two ]",
    "{a: 1, }"
  };

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final int width;
  private final boolean indentLists;
  private int comments;
  private int budget;

  private GeneratedYaml(Random random) {
    this.random = random;
    this.width = 1 + random.nextInt(4);
    this.indentLists = random.nextBoolean();
    this.budget = 4 + random.nextInt(30);
  }

  static String next(Random random) {
    return new GeneratedYaml(random).document();
  }

  private String document() {
    if (random.nextInt(6) == 0) {
      lines.add("---");
    }
    mapping(0, "");
    if (random.nextInt(20) == 0) {
      lines.add("...");
    }
    String end = random.nextInt(4) == 0 ? "\r\n" : random.nextInt(20) == 0 ? "\r" : "\n";
    String text = String.join(end, lines);
    String mark = random.nextInt(15) == 0 ? "\uFEFF" : "";
    return mark + (random.nextInt(4) == 0 ? text : text + end);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String comment() {
    return "# comment " + ++comments;
  }

  private void noise(int column) {
    if (chance(8)) {
      lines.add(chance(20) ? " ".repeat(random.nextInt(6)) : "");
    }
    if (chance(12)) {
      lines.add(" ".repeat(column) + comment());
    }
    if (chance(4)) {
      lines.add(" ".repeat(random.nextInt(10)) + comment());
    }
  }

  /** Writes a mapping; the first line starts with {@code lead} in place of its blanks. */
  private void mapping(int column, String lead) {
    List<String> names = new ArrayList<>(List.of(NAMES));
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count && !names.isEmpty(); i++) {
      String start = i == 0 && !lead.isEmpty() ? lead : " ".repeat(column);
      if (i > 0 || lead.isEmpty()) {
        noise(column);
      }
      String key = names.remove(random.nextInt(names.size()));
      value(start + key + (chance(4) ? " :" : ":"), column, false);
    }
    if (chance(6)) {
      lines.add(" ".repeat(column) + comment());
    }
  }

  private void list(int column) {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      noise(column);
      String dash = " ".repeat(column) + "-";
      if (budget > 0 && chance(25)) {
        budget--;
        mapping(column + 2, dash + " ");
      } else {
        value(dash, column, true);
      }
    }
  }

  private void value(String start, int column, boolean item) {
    budget--;
    int kind = random.nextInt(budget > 0 ? 12 : 7);
    int inner = column + Math.max(width, item ? 2 : 1);
    switch (kind) {
      case 0, 1, 2, 3 -> scalar(start);
      case 4 -> block(start, inner);
      case 5 -> flow(start, inner);
      case 6 -> folded(start, inner);
      case 7, 8, 9 -> {
        lines.add(start + (chance(15) ? "  " + comment() : ""));
        mapping(inner, "");
      }
      default -> {
        lines.add(start + (chance(15) ? "  " + comment() : ""));
        list(item || indentLists ? inner : column);
      }
    }
  }

  private void scalar(String start) {
    String scalar = SCALARS[random.nextInt(SCALARS.length)];
    String blank = scalar.isEmpty() ? "" : chance(5) ? "   " : " ";
    lines.add(start + blank + scalar + (chance(15) ? "  " + comment() : chance(3) ? "  " : ""));
  }

  private void block(String start, int column) {
    String style = chance(50) ? "|" : ">";
    String chomping = new String[] {"", "-", "+"}[random.nextInt(3)];
    int step = width == 1 ? 2 : width;
    boolean explicit = chance(20);
    int parent = column - Math.max(width, start.endsWith("-") ? 2 : 1);
    int content = explicit ? parent + step : column + random.nextInt(2);
    lines.add(
        start
            + " "
            + style
            + (explicit ? String.valueOf(step) : "")
            + chomping
            + (chance(10) ? " " + comment() : ""));
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean deeper = chance(15) && (i > 0 || explicit);
      lines.add(
          " ".repeat(content + (deeper ? 2 : 0)) + (chance(10) ? "# no comment" : "text " + i));
      if (chance(10)) {
        lines.add(chance(70) ? "" : " ".repeat(random.nextInt(content + 1)));
      }
    }
  }

  private void flow(String start, int column) {
    String flow = FLOWS[random.nextInt(FLOWS.length)];
    if (chance(60)) {
      lines.add(start + " " + flow + (chance(15) ? "  " + comment() : ""));
      return;
    }
    boolean map = chance(50);
    lines.add(start + " " + (map ? "{" : "[") + (chance(10) ? " " + comment() : ""));
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      if (chance(10)) {
        lines.add(" ".repeat(column) + comment());
      }
      String comma = i + 1 < count || chance(20) ? "," : "";
      String part = (map ? "k" + i + ": " : "") + (chance(20) ? "{x: 1}" : "v" + i);
      lines.add(" ".repeat(column) + part + comma + (chance(20) ? "  " + comment() : ""));
    }
    lines.add(" ".repeat(column) + (map ? "}" : "]"));
  }

  /** Writes a plain or quoted scalar over several lines. */
  private void folded(String start, int column) {
    String quote = new String[] {"", "'", "\""}[random.nextInt(3)];
    if (chance(20)) {
      lines.add(start);
      lines.add(" ".repeat(column) + quote + "below" + quote);
      return;
    }
    lines.add(start + " " + quote + "first");
    if (chance(20)) {
      lines.add("");
    }
    lines.add(" ".repeat(column) + "second" + quote + (chance(20) ? "  " + comment() : ""));
  }
}
