package io.patronilint.core.edit;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry as it is written elsewhere, with its comments, to be written again at another column.
 *
 * <p>Every line that begins at the entry's column or behind it is shifted as a whole, so that
 * everything keeps its distance: block scalars keep their content, with an explicit indentation
 * indicator too, for it counts from the column of the mapping. Lines that begin before that column
 * (comments, continued flow collections and quoted texts) may stand anywhere and stay.
 */
final class MovedEntry implements NewEntry {

  private final Doc doc;
  private final Slot slot;
  private final YamlEntry entry;
  private final String key;
  private final ValueWriter writer;

  MovedEntry(Doc doc, Slot slot, YamlEntry entry, String key, ValueWriter writer) {
    this.doc = doc;
    this.slot = slot;
    this.entry = entry;
    this.key = key;
    this.writer = writer;
  }

  @Override
  public List<String> lines(int column) {
    if (slot.inFlow()) {
      return List.of(" ".repeat(column) + keyText(false) + ":" + afterColon());
    }
    int from = doc.layout().column(entry.span().start());
    Span whole = Marks.lines(doc, slot);
    String text = doc.text().text();
    Span keySpan = entry.key().span();
    boolean shared = whole.start() == entry.span().start();
    String written =
        (shared ? " ".repeat(from) : "")
            + text.substring(whole.start(), keySpan.start())
            + keyText(false)
            + text.substring(keySpan.end(), Lines.beforeLineEnd(text, whole.end()));
    List<String> lines = new ArrayList<>();
    for (String line : written.split("\r\n|\r|\n", -1)) {
      lines.add(shifted(line, from, column - from));
    }
    return lines;
  }

  private static String shifted(String line, int from, int by) {
    int blanks = 0;
    while (blanks < line.length() && line.charAt(blanks) == ' ') {
      blanks++;
    }
    if (blanks == line.length()) {
      boolean grows = by > 0 && blanks >= from && blanks > 0;
      return grows ? " ".repeat(by) + line : by > 0 ? line : line.substring(Math.min(blanks, -by));
    }
    if (blanks < from) {
      return line;
    }
    return by >= 0 ? " ".repeat(by) + line : line.substring(-by);
  }

  @Override
  public String inline() {
    YamlNode value = entry.value();
    if (value instanceof YamlScalar scalar
        && scalar.propertiesSpan() == null
        && scalar.value() instanceof ScalarValue.Str) {
      return keyText(true) + ": " + writer.inline(scalar.content(), true, styleOf(scalar));
    }
    if (Slot.isBlock(value)) {
      throw new EditRefused(slot.label() + " is in block style and cannot go into braces.");
    }
    return keyText(true) + ":" + afterColon();
  }

  private static ScalarStyle styleOf(YamlScalar scalar) {
    boolean quoted =
        scalar.style() == ScalarStyle.SINGLE_QUOTED || scalar.style() == ScalarStyle.DOUBLE_QUOTED;
    return quoted ? scalar.style() : ScalarStyle.PLAIN;
  }

  private String keyText(boolean flow) {
    boolean same =
        entry.key() instanceof YamlScalar scalar && scalar.value().equals(new ScalarValue.Str(key));
    return same ? doc.text().slice(entry.key().span()) : writer.key(key, flow);
  }

  /** Returns the value with a blank before it, as it is written. */
  private String afterColon() {
    Span span = entry.value().span();
    Span properties = entry.value().propertiesSpan();
    int start = properties == null ? span.start() : Math.min(span.start(), properties.start());
    String written = doc.text().text().substring(start, Marks.end(entry.value()));
    if (written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0) {
      throw new EditRefused(slot.label() + " is written over several lines within braces.");
    }
    return written.isEmpty() ? "" : " " + written;
  }
}
