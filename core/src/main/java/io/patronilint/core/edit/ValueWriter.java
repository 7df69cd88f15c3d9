package io.patronilint.core.edit;

import io.patronilint.core.yaml.ScalarStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values, as {@link YamlEditor} takes them, the way the rest of the file is written. */
final class ValueWriter {

  private final Layout layout;

  ValueWriter(Layout layout) {
    this.layout = layout;
  }

  /** Tells whether a value is written on the line of its key: a scalar or an empty collection. */
  static boolean isShort(@Nullable Object value) {
    return !(value instanceof Map<?, ?> map && !map.isEmpty())
        && !(value instanceof List<?> list && !list.isEmpty());
  }

  /** Writes a value on one line. */
  String inline(@Nullable Object value, boolean flow, ScalarStyle preferred) {
    if (value instanceof Map<?, ?> map) {
      List<String> parts = new ArrayList<>();
      map.forEach((k, v) -> parts.add(pair(String.valueOf(k), v)));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value instanceof List<?> list) {
      List<String> parts = new ArrayList<>();
      list.forEach(v -> parts.add(inline(v, true, ScalarStyle.PLAIN)));
      return "[" + String.join(", ", parts) + "]";
    }
    if (value instanceof String string) {
      return ScalarWriter.value(
          string, flow, layout.json() ? ScalarStyle.DOUBLE_QUOTED : preferred);
    }
    return String.valueOf(value);
  }

  /** Writes an entry on one line, as it stands within braces. */
  String pair(String key, @Nullable Object value) {
    return key(key, true) + ": " + inline(value, true, ScalarStyle.PLAIN);
  }

  /** Writes a key. */
  String key(String key, boolean flow) {
    return ScalarWriter.key(
        key, flow, layout.json() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
  }

  /** Writes an entry in lines of its own, the key at {@code column}. */
  List<String> entryLines(String key, @Nullable Object value, int column) {
    String start = " ".repeat(column) + key(key, false) + ":";
    List<String> lines = new ArrayList<>();
    if (isShort(value)) {
      lines.add(start + " " + inline(value, false, ScalarStyle.PLAIN));
    } else {
      lines.add(start);
      lines.addAll(lines(value, column + below(value instanceof List)));
    }
    return lines;
  }

  /** Returns how far a value is indented below its key. */
  int below(boolean list) {
    return list ? layout.dashOffset() : layout.width();
  }

  /** Writes the entries or items of a collection that is not empty, each at {@code column}. */
  List<String> lines(@Nullable Object value, int column) {
    List<String> lines = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> lines.addAll(entryLines(String.valueOf(k), v, column)));
    } else if (value instanceof List<?> list) {
      list.forEach(v -> lines.addAll(itemLines(v, column)));
    }
    return lines;
  }

  /** Writes an item of a list in lines of its own, the dash at {@code column}. */
  List<String> itemLines(@Nullable Object value, int column) {
    String start = " ".repeat(column) + "- ";
    if (isShort(value)) {
      return List.of(start + inline(value, false, ScalarStyle.PLAIN));
    }
    List<String> lines = new ArrayList<>(lines(value, column + 2));
    lines.set(0, start + lines.get(0).substring(column + 2));
    return lines;
  }
}
