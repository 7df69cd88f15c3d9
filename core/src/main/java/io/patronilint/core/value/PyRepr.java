package io.patronilint.core.value;

import io.patronilint.core.yaml.ScalarValue;
import java.util.Map;

/** Writes values as Python's {@code repr()} does; dates keep the text of {@code str()}. */
final class PyRepr {

  private PyRepr() {}

  static String of(Value value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(Value value, StringBuilder out) {
    if (value instanceof Mapping mapping) {
      String comma = "{";
      for (Map.Entry<ScalarValue, Value> entry : mapping.entries()) {
        out.append(comma);
        write(entry.getKey(), out);
        out.append(": ");
        write(entry.getValue(), out);
        comma = ", ";
      }
      out.append(mapping.size() == 0 ? "{}" : "}");
    } else if (value instanceof Value.Sequence list) {
      out.append('[');
      for (int i = 0; i < list.items().size(); i++) {
        out.append(i == 0 ? "" : ", ");
        write(list.items().get(i), out);
      }
      out.append(']');
    } else if (value instanceof Value.Scalar scalar) {
      write(scalar.value(), out);
    }
  }

  private static void write(ScalarValue scalar, StringBuilder out) {
    switch (scalar.type()) {
      case STR -> quote(scalar.text(), out);
      case TIMESTAMP -> out.append("datetime(").append(scalar.text()).append(')');
      default -> out.append(scalar.text());
    }
  }

  private static void quote(String text, StringBuilder out) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c == quote) {
            out.append('\\').append(c);
          } else if (c < ' ' || c == 0x7f) {
            out.append(String.format("\\x%02x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append(quote);
  }
}
