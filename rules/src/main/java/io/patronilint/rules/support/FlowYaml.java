package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarType;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values on one line of YAML, as {@code patronictl edit-config --set} reads them. */
public final class FlowYaml {

  private FlowYaml() {}

  /** Writes a value of a configuration; collections as JSON, which is YAML. */
  static String of(ConfigNode node) {
    return node.isString() ? of(node.text().orElse("")) : json(node);
  }

  /** Writes a mapping of strings whose keys are plain words. */
  public static String of(Map<String, String> mapping) {
    StringBuilder text = new StringBuilder("{");
    for (Map.Entry<String, String> entry : mapping.entrySet()) {
      text.append(text.length() > 1 ? ", " : "").append(entry.getKey()).append(": ");
      text.append(quoted(entry.getValue()));
    }
    return text.append('}').toString();
  }

  /** Writes a string, plain where PyYAML takes it for a string of the same characters. */
  static String of(String text) {
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  /**
   * A letter or a slash first and a blank somewhere: no number, boolean, date or null, and no
   * indicator.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.indexOf(' ') < 0 || !text.strip().equals(text)) {
      return false;
    }
    char first = text.charAt(0);
    return (Character.isLetter(first) || first == '/')
        && text.chars().allMatch(c -> c >= ' ' && c <= '~')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":");
  }

  private static String json(ConfigNode node) {
    if (node.isMapping()) {
      return node.children().stream()
          .map(c -> quoted(c.key()) + ": " + json(c))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isSequence()) {
      return node.children().stream()
          .map(FlowYaml::json)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    String text = node.text().orElse("null");
    if (node.type() == ScalarType.BOOL) {
      return text.equals("True") ? "true" : "false";
    }
    boolean number = node.type() == ScalarType.INT || node.type() == ScalarType.FLOAT;
    return number || node.isNull() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
