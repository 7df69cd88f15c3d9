package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.util.stream.Collectors;

/** Writes values as YAML that PyYAML reads as the same values. */
final class YamlText {

  private YamlText() {}

  static String of(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(e -> "? " + scalar(e.getKey()) + "\n: " + of(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Value.Sequence list) {
      return list.items().stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar(((Value.Scalar) value).value());
  }

  private static String scalar(ScalarValue value) {
    return switch (value.type()) {
      case NULL -> "null";
      case STR -> quote(value.text());
      case FLOAT -> "!!float '" + value.text() + "'";
      default -> value.text();
    };
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
              out.append(plain ? Character.toString(c) : String.format("\\U%08x", c));
            });
    return out.append('"').toString();
  }
}
