package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One type that a value may have.
 *
 * @param kind the kind of the value
 * @param items the types of the items of a list or the values of a map; empty: anything
 */
public record ValueType(ValueKind kind, List<ValueType> items) {

  /** Copies the list. */
  public ValueType {
    items = List.copyOf(items);
  }

  /** Reads types such as {@code list<string|map> | null}. */
  static List<ValueType> parse(String text) {
    List<ValueType> types = new ArrayList<>();
    for (String part : split(text)) {
      int open = part.indexOf('<');
      String name = open < 0 ? part : part.substring(0, open);
      List<ValueType> items =
          open < 0 ? List.of() : parse(part.substring(open + 1, part.length() - 1));
      types.add(new ValueType(ValueKind.valueOf(name.toUpperCase(Locale.ROOT)), items));
    }
    return types;
  }

  /** Splits at the bars that stand in no bracket. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == '|' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
