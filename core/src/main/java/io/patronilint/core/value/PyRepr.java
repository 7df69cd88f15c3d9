package io.patronilint.core.value;

import io.patronilint.core.yaml.ScalarValue;
import java.util.Map;

/** Writes values as Python's {@code repr()} does. */
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
      case STR -> out.append(PyLiteral.string(scalar.text()));
      case TIMESTAMP -> out.append(PyLiteral.timestamp(scalar.text()));
      default -> out.append(scalar.text());
    }
  }
}
