package io.patronilint.core.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code NAME=value} lines, as env files of systemd and Docker have them. */
final class EnvironmentFile {

  private EnvironmentFile() {}

  /** Returns the variables; of equal names the last one counts. */
  static Map<String, String> read(SourceFile file) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int line = 1; line <= file.text().lineCount(); line++) {
      String text = file.text().line(line).strip();
      if (text.startsWith("export ")) {
        text = text.substring("export ".length()).strip();
      }
      int equals = text.indexOf('=');
      if (equals > 0 && !text.startsWith("#")) {
        variables.put(text.substring(0, equals).strip(), unquote(text.substring(equals + 1)));
      }
    }
    return variables;
  }

  private static String unquote(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
