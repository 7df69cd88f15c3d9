package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import java.util.List;

/** Writes YAML for a new file, in the style that {@link YamlEditor} has for one without any. */
public final class YamlLines {

  private YamlLines() {}

  /**
   * Returns the lines of an entry, without line ends; its key stands at {@code column} (from 0).
   *
   * @param value a value as {@link YamlEditor} takes it
   */
  public static List<String> entry(String key, Object value, int column) {
    Layout layout = new Layout(new SourceText(""), null);
    return new ValueWriter(layout).entryLines(key, value, column);
  }
}
