package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the blocks of {@code patroni-keys.txt}. */
final class KeyTable {

  private final Map<String, PatroniKey> keys = new HashMap<>();
  private final List<PatroniKey> ordered = new ArrayList<>();

  private KeyTable() {}

  /** Reads a table; a mistake in it is an {@link IllegalStateException} with its line. */
  static List<PatroniKey> parse(String text) {
    KeyTable table = new KeyTable();
    String head = "";
    List<String> body = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        if (line.startsWith("  ")) {
          body.add(line.strip());
        } else if (!line.startsWith("#")) {
          table.add(head, body);
          head = line;
          body.clear();
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("table of keys, before line " + number, e);
      }
    }
    table.add(head, body);
    return table.ordered;
  }

  private void add(String head, List<String> body) {
    if (head.isEmpty()) {
      return;
    }
    int open = head.indexOf('{');
    int close = head.indexOf('}');
    if (open < 0) {
      add(head, body, "");
      return;
    }
    for (String choice : head.substring(open + 1, close).split(",", -1)) {
      add(head.substring(0, open) + choice + head.substring(close + 1), body, choice);
    }
  }

  private void add(String path, List<String> body, String choice) {
    Map<String, List<String>> attributes = new HashMap<>();
    for (String line : body) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException("no attribute: " + line);
      }
      String value =
          line.substring(colon + 2)
              .replace("$0", choice)
              .replace("$1", choice.toUpperCase(Locale.ROOT));
      attributes.computeIfAbsent(line.substring(0, colon), k -> new ArrayList<>()).add(value);
    }
    List<String> names = names(path);
    List<String> around = names.subList(0, names.size() - 1);
    if (around.contains(PatroniKey.ITEM)) {
      around = around.subList(0, around.indexOf(PatroniKey.ITEM));
    }
    PatroniKey section = keys.get(String.join(".", around));
    PatroniKey key = new KeyBlock(names, attributes, section).key();
    if (keys.put(String.join(".", names), key) != null) {
      throw new IllegalArgumentException("twice: " + path);
    }
    ordered.add(key);
  }

  private static List<String> names(String path) {
    return path.startsWith("$")
        ? List.of(path)
        : List.of(path.replace(PatroniKey.ITEM, "." + PatroniKey.ITEM).split("\\.", -1));
  }
}
