package io.patronilint.schemas.keys;

import java.util.Collection;
import java.util.Map;

/** Writes JSON: one line for what fits on it, else one for each entry. */
final class Json {

  private static final int WIDTH = 120;

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** Writes maps, collections, strings, numbers and booleans. */
  static String write(Object value) {
    Json json = new Json();
    json.value(value, 0);
    return json.out.append('\n').toString();
  }

  private void value(Object value, int depth) {
    int start = out.length();
    int column = start - out.lastIndexOf("\n") - 1;
    flat(value);
    if (column + out.length() - start < WIDTH
        || !(value instanceof Map || value instanceof Collection)) {
      return;
    }
    out.setLength(start);
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      boolean first = true;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        line(first, depth + 1);
        string(String.valueOf(entry.getKey()));
        out.append(": ");
        value(entry.getValue(), depth + 1);
        first = false;
      }
      close('}', depth);
    } else if (value instanceof Collection<?> items) {
      out.append('[');
      boolean first = true;
      for (Object item : items) {
        line(first, depth + 1);
        value(item, depth + 1);
        first = false;
      }
      close(']', depth);
    }
  }

  private void line(boolean first, int depth) {
    out.append(first ? "\n" : ",\n").append("  ".repeat(depth));
  }

  private void close(char bracket, int depth) {
    out.append('\n').append("  ".repeat(depth)).append(bracket);
  }

  private void flat(Object value) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      String separator = " ";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        string(String.valueOf(entry.getKey()));
        out.append(": ");
        flat(entry.getValue());
        separator = ", ";
      }
      out.append(map.isEmpty() ? "}" : " }");
    } else if (value instanceof Collection<?> items) {
      out.append('[');
      String separator = "";
      for (Object item : items) {
        out.append(separator);
        flat(item);
        separator = ", ";
      }
      out.append(']');
    } else if (value instanceof String text) {
      string(text);
    } else {
      out.append(value);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}
