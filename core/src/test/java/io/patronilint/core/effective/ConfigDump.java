package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes values as the script oracle/patroni_config.py does, so that their types show. */
final class ConfigDump {

  private ConfigDump() {}

  static String of(Value value) {
    if (value instanceof Mapping mapping) {
      List<String> entries = new ArrayList<>();
      mapping.entries().forEach(e -> entries.add(of(e.getKey()) + ": " + of(e.getValue())));
      Collections.sort(entries);
      return "{" + String.join(", ", entries) + "}";
    }
    if (value instanceof Value.Sequence list) {
      return list.items().stream().map(ConfigDump::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return of(((Value.Scalar) value).value());
  }

  private static String of(ScalarValue scalar) {
    String text = scalar.text();
    return switch (scalar.type()) {
      case NULL, BOOL -> text;
      case INT -> "int " + text;
      case FLOAT -> "float " + text;
      case TIMESTAMP -> "time " + text;
      case BINARY -> "bytes " + text;
      case STR -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    };
  }
}
