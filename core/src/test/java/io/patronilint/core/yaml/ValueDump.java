package io.patronilint.core.yaml;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.yaml.YamlMapping.EffectiveEntry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the value of a document as {@code pyyaml_oracle.py} writes PyYAML's. */
final class ValueDump {

  private static final int MAX_NODES = 20_000;

  private static final class TooBig extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final SourceText text;
  private final StringBuilder out = new StringBuilder();
  private final Set<YamlNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  private ValueDump(SourceText text) {
    this.text = text;
  }

  /** Returns {@code ok} and the dump, or {@code no} for a refused document. */
  static String of(YamlDocument document) {
    if (!document.accepted()) {
      return "no";
    }
    ValueDump dump = new ValueDump(document.text());
    try {
      dump.value(document.root());
    } catch (TooBig e) {
      dump.out.append("...");
    }
    return "ok " + dump.out;
  }

  private void value(@Nullable YamlNode written) {
    if (++nodes > MAX_NODES) {
      throw new TooBig();
    }
    YamlNode node = written == null ? null : written.resolved();
    if (node == null) {
      out.append('N');
    } else if (node instanceof YamlScalar scalar) {
      out.append(scalar(scalar.value()));
    } else if (!open.add(node)) {
      out.append('*');
    } else {
      if (node instanceof YamlMapping mapping) {
        mapping(mapping);
      } else if (node instanceof YamlSequence sequence) {
        sequence(sequence);
      }
      open.remove(node);
    }
  }

  private static String scalar(ScalarValue value) {
    return switch (value.type()) {
      case NULL -> "N";
      case BOOL -> value.truthy() ? "T" : "F";
      case INT -> "i" + ((ScalarValue.Int) value).value().toString(16);
      case FLOAT -> "f" + value.text();
      case TIMESTAMP -> "t" + value.text();
      case BINARY -> value.text();
      case STR -> quoted(value.text());
    };
  }

  private static String key(YamlNode key) {
    if (!(key.resolved() instanceof YamlScalar scalar)) {
      return "collection";
    }
    Object equal = PyKeys.of(scalar.value());
    if (equal instanceof BigInteger number) {
      return "k" + number.toString(16);
    }
    return scalar.type() == ScalarType.TIMESTAMP ? "t" + equal : scalar(scalar.value());
  }

  private void mapping(YamlMapping mapping) {
    if (tagged(mapping, "set")) {
      List<String> keys = new ArrayList<>();
      for (EffectiveEntry entry : mapping.effective()) {
        keys.add(key(entry.entry().key()));
      }
      Collections.sort(keys);
      out.append('<').append(String.join(",", keys)).append('>');
      return;
    }
    out.append('{');
    for (EffectiveEntry entry : mapping.effective()) {
      out.append(key(entry.entry().key())).append(':');
      value(entry.entry().value());
      out.append(',');
    }
    out.append('}');
  }

  private void sequence(YamlSequence sequence) {
    boolean pairs = tagged(sequence, "omap") || tagged(sequence, "pairs");
    out.append('[');
    for (YamlItem item : sequence.items()) {
      if (pairs && item.node().resolved() instanceof YamlMapping mapping) {
        nodes++;
        YamlEntry entry = mapping.entries().get(0);
        out.append('(');
        value(entry.key());
        out.append(',');
        value(entry.value());
        out.append(",)");
      } else {
        value(item.node());
      }
      out.append(',');
    }
    out.append(']');
  }

  private boolean tagged(YamlNode node, String tag) {
    if (node.propertiesSpan() == null) {
      return false;
    }
    String properties = text.slice(node.propertiesSpan());
    return properties.contains("!" + tag) || properties.contains(":" + tag + ">");
  }

  /** Quotes as {@code json.dumps} does. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        case '\b' -> quoted.append("\\b");
        default -> {
          if (c < ' ' || c > '~') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
