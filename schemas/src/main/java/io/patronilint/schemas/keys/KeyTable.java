package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of {@code patroni-keys.txt}. A check asks for a few keys of hundreds, so a block is
 * read when its key is asked for.
 */
final class KeyTable {

  private final String text;
  private final Map<List<String>, Block> blocks = new HashMap<>();
  private final List<Block> ordered = new ArrayList<>();

  private KeyTable(String text) {
    this.text = text;
  }

  /** Finds the blocks of a table; a mistake in it is an {@link IllegalStateException}. */
  static List<Block> parse(String text) {
    KeyTable table = new KeyTable(text);
    String head = "";
    int body = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      char first = end > start ? text.charAt(start) : '\n';
      if (first != ' ' && first != '#') {
        table.add(head, body, start);
        head = text.substring(start, end);
        body = end + 1;
      }
      start = end + 1;
    }
    table.add(head, Math.min(body, text.length()), text.length());
    return table.ordered;
  }

  private void add(String head, int start, int end) {
    if (head.isEmpty()) {
      return;
    }
    int open = head.indexOf('{');
    int close = head.indexOf('}');
    if (open < 0) {
      add(new Block(names(head), "", start, end));
      return;
    }
    for (String choice : head.substring(open + 1, close).split(",", -1)) {
      String path = head.substring(0, open) + choice + head.substring(close + 1);
      add(new Block(names(path), choice, start, end));
    }
  }

  private void add(Block block) {
    if (blocks.put(block.path, block) != null) {
      throw new IllegalStateException("twice in the table of keys: " + block.path);
    }
    ordered.add(block);
  }

  private static List<String> names(String path) {
    return path.startsWith("$")
        ? List.of(path)
        : List.of(path.replace(PatroniKey.ITEM, "." + PatroniKey.ITEM).split("\\.", -1));
  }

  /** One block, of which the path is read already. */
  final class Block {

    private final List<String> path;
    private final String choice;
    private final int start;
    private final int end;

    /** Made when it is asked for first; another thread may make an equal one. */
    private @Nullable PatroniKey key;

    private Block(List<String> path, String choice, int start, int end) {
      this.path = path;
      this.choice = choice;
      this.start = start;
      this.end = end;
    }

    List<String> path() {
      return path;
    }

    /** Tells whether it is about a variable that sets no key. */
    boolean isVariable() {
      return path.get(0).startsWith("$");
    }

    PatroniKey key() {
      PatroniKey known = key;
      if (known == null) {
        known = read();
        key = known;
      }
      return known;
    }

    private PatroniKey read() {
      try {
        Block section = blocks.get(around());
        return new KeyBlock(path, attributes(), section == null ? null : section.key()).key();
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("table of keys, " + path, e);
      }
    }

    /** Returns the path of the section around; that of items of a list is the list's. */
    private List<String> around() {
      int item = path.indexOf(PatroniKey.ITEM);
      return path.subList(0, item < 0 ? path.size() - 1 : item);
    }

    private Map<String, List<String>> attributes() {
      Map<String, List<String>> attributes = new HashMap<>();
      for (String line : text.substring(start, end).split("\n", -1)) {
        int colon = line.indexOf(": ");
        if (line.startsWith("  ") && colon < 0) {
          throw new IllegalArgumentException("no attribute: " + line);
        }
        if (line.startsWith("  ")) {
          String name = line.substring(2, colon);
          List<String> values = attributes.get(name);
          if (values == null) {
            values = new ArrayList<>();
            attributes.put(name, values);
          }
          values.add(filled(line.substring(colon + 2)));
        }
      }
      return attributes;
    }

    private String filled(String value) {
      return value.indexOf('$') < 0
          ? value
          : value.replace("$0", choice).replace("$1", choice.toUpperCase(Locale.ROOT));
    }
  }
}
