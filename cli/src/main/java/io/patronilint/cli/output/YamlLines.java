package io.patronilint.cli.output;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlDocument;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlReader;
import io.patronilint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as block YAML that PyYAML reads back as they are, secrets masked. */
final class YamlLines {

  /**
   * A line.
   *
   * @param text the line
   * @param origin where its value is from; null if it holds none
   */
  record Line(String text, @Nullable Origin origin) {}

  private final Masking masking;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  YamlLines(Masking masking) {
    this.masking = masking;
  }

  List<Line> of(Mapping root) {
    if (root.size() == 0) {
      return List.of(new Line("{}", null));
    }
    entries(root, "", "");
    return lines;
  }

  private void entries(Mapping mapping, String first, String indent) {
    String start = first;
    for (Map.Entry<ScalarValue, Value> entry : mapping.entries()) {
      ScalarValue key = entry.getKey();
      keys.add(key.text());
      value(start + scalar(key, key.text()) + ":", entry.getValue(), indent);
      keys.remove(keys.size() - 1);
      start = indent;
    }
  }

  private void items(Value.Sequence list, String first, String indent) {
    String start = first;
    for (Value item : list.items()) {
      String dash = start + "-";
      if (item instanceof Mapping mapping && mapping.size() > 0) {
        entries(mapping, dash + " ", indent + "  ");
      } else if (item instanceof Value.Sequence inner && !inner.items().isEmpty()) {
        items(inner, dash + " ", indent + "  ");
      } else {
        value(dash, item, indent);
      }
      start = indent;
    }
  }

  private void value(String head, Value value, String indent) {
    if (value instanceof Mapping mapping && mapping.size() > 0) {
      lines.add(new Line(head, null));
      entries(mapping, indent + "  ", indent + "  ");
    } else if (value instanceof Value.Sequence list && !list.items().isEmpty()) {
      lines.add(new Line(head, null));
      items(list, indent + "  ", indent + "  ");
    } else if (value instanceof Value.Scalar scalar) {
      scalar(head, scalar, indent);
    } else {
      lines.add(new Line(head + (value instanceof Mapping ? " {}" : " []"), value.origin()));
    }
  }

  private void scalar(String head, Value.Scalar value, String indent) {
    ScalarValue scalar = value.value();
    String shown = masking.setting(keys, scalar.text());
    if (!shown.equals(scalar.text())) {
      scalar = new ScalarValue.Str(shown);
    }
    if (scalar instanceof ScalarValue.Str && isBlock(shown)) {
      block(head, shown, indent, value.origin());
    } else {
      lines.add(new Line(head + " " + scalar(scalar, shown), value.origin()));
    }
  }

  /** Tells whether a text reads best as lines of their own, and can be written so. */
  private static boolean isBlock(String text) {
    boolean plain =
        text.codePoints().allMatch(c -> c == '\n' || (c >= ' ' && c != 0x7f && c < 0xd800));
    return plain
        && text.indexOf('\n') >= 0
        && !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.isBlank()
        && !text.contains(" \n");
  }

  private void block(String head, String text, String indent, Origin origin) {
    String body = text.stripTrailing();
    String end = text.substring(body.length());
    String chomping = end.isEmpty() ? "-" : end.equals("\n") ? "" : "+";
    lines.add(new Line(head + " |" + chomping, origin));
    for (String line :
        (end.isEmpty() ? text : text.substring(0, text.length() - 1)).split("\n", -1)) {
      lines.add(new Line(line.isEmpty() ? "" : indent + "  " + line, null));
    }
  }

  private static String scalar(ScalarValue scalar, String text) {
    return switch (scalar.type()) {
      case NULL -> "null";
      case BOOL -> scalar.truthy() ? "true" : "false";
      case INT, TIMESTAMP -> text;
      case FLOAT -> number(text);
      case BINARY -> "!!binary " + text;
      case STR -> quoted(text);
    };
  }

  private static String number(String text) {
    return switch (text) {
      case "inf" -> ".inf";
      case "-inf" -> "-.inf";
      case "nan" -> ".nan";
      default -> text.contains("e") && !text.contains(".") ? text.replace("e", ".0e") : text;
    };
  }

  private static String quoted(String text) {
    if (reads(text, text)) {
      return text;
    }
    String single = "'" + text.replace("'", "''") + "'";
    return reads(single, text) ? single : doubleQuoted(text);
  }

  /** Tells whether {@code written} on one line is the string {@code text} for PyYAML. */
  private static boolean reads(String written, String text) {
    if (written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0 || written.contains(": ")) {
      return written.startsWith("'") && text.chars().allMatch(c -> c >= ' ' && c != 0x7f);
    }
    YamlDocument document = YamlReader.read(new SourceText("a: " + written + " # b"));
    return document.root() instanceof YamlMapping mapping
        && mapping.entries().size() == 1
        && mapping.entries().get(0).value() instanceof YamlScalar scalar
        && scalar.value().equals(new ScalarValue.Str(text))
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                  if (c >= ' ' && c < 0x7f) {
                    quoted.appendCodePoint(c);
                  } else if (c <= 0xffff) {
                    quoted.append(String.format("\\u%04x", c));
                  } else {
                    quoted.append(String.format("\\U%08x", c));
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
