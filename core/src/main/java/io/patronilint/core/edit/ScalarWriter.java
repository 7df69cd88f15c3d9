package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlReader;
import io.patronilint.core.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * Writes strings as YAML scalars on one line: plain where PyYAML reads the same string back, else
 * in single quotes, else in double quotes. Whether it does is not guessed but read.
 */
final class ScalarWriter {

  private ScalarWriter() {}

  /**
   * Writes a value.
   *
   * @param flow whether it stands within braces or brackets
   * @param preferred the style to use if it can hold the string
   */
  static String value(String string, boolean flow, ScalarStyle preferred) {
    if (preferred == ScalarStyle.DOUBLE_QUOTED) {
      return doubleQuoted(string);
    }
    if (preferred != ScalarStyle.SINGLE_QUOTED && isReadBack(string, string, flow)) {
      return string;
    }
    String single = singleQuoted(string);
    return isReadBack(string, single, flow) ? single : doubleQuoted(string);
  }

  /** Writes a key; see {@link #value}. */
  static String key(String string, boolean flow, ScalarStyle preferred) {
    if (preferred == ScalarStyle.DOUBLE_QUOTED) {
      return doubleQuoted(string);
    }
    if (preferred != ScalarStyle.SINGLE_QUOTED && isKeyReadBack(string, string, flow)) {
      return string;
    }
    String single = singleQuoted(string);
    return isKeyReadBack(string, single, flow) ? single : doubleQuoted(string);
  }

  private static boolean isReadBack(String string, String written, boolean flow) {
    YamlEntry entry = onlyEntry(flow ? "{k: " + written + "}" : "k: " + written);
    return entry != null && isString(entry.value(), string) && isString(entry.key(), "k");
  }

  private static boolean isKeyReadBack(String string, String written, boolean flow) {
    YamlEntry entry = onlyEntry(flow ? "{" + written + ": v}" : written + ": v");
    return entry != null && isString(entry.key(), string) && isString(entry.value(), "v");
  }

  private static @Nullable YamlEntry onlyEntry(String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      return null;
    }
    YamlNode root = YamlReader.read(new SourceText(text)).root();
    return root instanceof YamlMapping mapping && mapping.entries().size() == 1
        ? mapping.entries().get(0)
        : null;
  }

  private static boolean isString(YamlNode node, String string) {
    return node instanceof YamlScalar scalar
        && scalar.propertiesSpan() == null
        && scalar.value().isString(string);
  }

  private static String singleQuoted(String string) {
    return "'" + string.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String string) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(isShown(string, i) ? String.valueOf(c) : escape(c));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isShown(String string, int i) {
    char c = string.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
    }
    boolean lineEnd = c == '\u2028' || c == '\u2029';
    return (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < 0xFFFE && c != '\uFEFF' && !lineEnd);
  }

  private static String escape(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
