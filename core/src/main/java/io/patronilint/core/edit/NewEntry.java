package io.patronilint.core.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that is to be added to a mapping. */
interface NewEntry {

  /** Returns its lines, without line ends, the key at {@code column}. */
  List<String> lines(int column);

  /**
   * Returns it on one line, as it stands within braces.
   *
   * @throws EditRefused if it cannot be written so
   */
  String inline();

  /** Makes an entry of a value. */
  static NewEntry of(String key, @Nullable Object value, ValueWriter writer) {
    return new NewEntry() {
      @Override
      public List<String> lines(int column) {
        return writer.entryLines(key, value, column);
      }

      @Override
      public String inline() {
        return writer.pair(key, value);
      }
    };
  }

  /** Returns an entry {@code key} whose value is a mapping with this entry alone. */
  default NewEntry below(String key, ValueWriter writer) {
    NewEntry inner = this;
    return new NewEntry() {
      @Override
      public List<String> lines(int column) {
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(column) + writer.key(key, false) + ":");
        lines.addAll(inner.lines(column + writer.below(false)));
        return lines;
      }

      @Override
      public String inline() {
        return writer.key(key, true) + ": {" + inner.inline() + "}";
      }
    };
  }
}
