package io.patronilint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.json.JSONArray;
import org.json.JSONObject;

/** Makes one mistake at a time in a good configuration, as people make them; seeded. */
final class ValidatorMutations {

  private static final List<String> SECTIONS =
      List.of("", "postgresql", "bootstrap", "restapi", "tags", "watchdog", "log");

  private final Random random;

  ValidatorMutations(long seed) {
    this.random = new Random(seed);
  }

  /** A place in a document: an entry of a map or an item of a list. */
  private record Entry(Object container, String key, int index) {
    Object value() {
      return container instanceof JSONObject map
          ? map.get(key)
          : ((JSONArray) container).get(index);
    }

    void set(Object value) {
      if (container instanceof JSONObject map) {
        map.put(key, value);
      } else {
        ((JSONArray) container).put(index, value);
      }
    }

    void remove() {
      if (container instanceof JSONObject map) {
        map.remove(key);
      } else {
        ((JSONArray) container).remove(index);
      }
    }
  }

  /** Returns a copy of {@code good} with one mistake. */
  JSONObject next(JSONObject good) {
    JSONObject copy = new JSONObject(good.toString());
    List<Entry> entries = new ArrayList<>();
    collect(copy, entries);
    Entry entry = entries.get(random.nextInt(entries.size()));
    switch (random.nextInt(8)) {
      case 0 -> entry.remove();
      case 1 -> misspell(entry);
      case 2 -> move(copy, entry);
      case 3 -> entry.set(otherType());
      case 4 -> entry.set(outOfRange(entry.value()));
      case 5 -> entry.set(JSONObject.NULL);
      case 6 -> entry.set(new JSONArray(List.of(otherScalar())));
      default -> entry.set(new JSONObject().put("some", otherScalar()));
    }
    return copy;
  }

  private static void collect(Object value, List<Entry> entries) {
    if (value instanceof JSONObject map) {
      for (String key : map.keySet().stream().sorted().toList()) {
        entries.add(new Entry(map, key, 0));
        collect(map.get(key), entries);
      }
    } else if (value instanceof JSONArray list) {
      for (int i = 0; i < list.length(); i++) {
        entries.add(new Entry(list, "", i));
        collect(list.get(i), entries);
      }
    }
  }

  private void misspell(Entry entry) {
    if (entry.container() instanceof JSONObject map) {
      String key = entry.key();
      int at = random.nextInt(key.length());
      String wrong =
          switch (random.nextInt(4)) {
            case 0 -> key.substring(0, at) + key.substring(at + 1);
            case 1 -> key.substring(0, at) + key.charAt(at) + key.substring(at);
            case 2 -> key.replace('_', '-') + (key.contains("_") ? "" : "s");
            default -> key.substring(0, at) + "x" + key.substring(at + 1);
          };
      Object value = map.remove(key);
      map.put(wrong.isEmpty() ? "x" : wrong, value);
    } else {
      entry.set(otherType());
    }
  }

  private void move(JSONObject root, Entry entry) {
    String to = SECTIONS.get(random.nextInt(SECTIONS.size()));
    Object value = entry.value();
    entry.remove();
    JSONObject section = to.isEmpty() ? root : root.optJSONObject(to);
    if (section != null && !entry.key().isEmpty()) {
      section.put(entry.key(), value);
    }
  }

  private Object otherType() {
    return switch (random.nextInt(6)) {
      case 0 -> new JSONArray();
      case 1 -> new JSONObject();
      case 2 -> new JSONArray(List.of("one", "two"));
      default -> otherScalar();
    };
  }

  private Object otherScalar() {
    return switch (random.nextInt(9)) {
      case 0 -> true;
      case 1 -> false;
      case 2 -> 7;
      case 3 -> 1.5;
      case 4 -> "";
      case 5 -> "12";
      case 6 -> "30s";
      case 7 -> "localhost:5432";
      default -> "some words";
    };
  }

  private Object outOfRange(Object value) {
    if (value instanceof Number) {
      return List.of(-1, 0, 1, 2, 70000, 300000, 5000000000L, -2).get(random.nextInt(8));
    }
    return List.of("127.0.0.1:5432", "nowhere", "10.0.0.1:port", "a:b:c", "*", ":5432", "0")
        .get(random.nextInt(7));
  }
}
