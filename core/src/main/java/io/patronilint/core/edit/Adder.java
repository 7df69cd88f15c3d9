package io.patronilint.core.edit;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries and items at the end of collections: directly behind the last one and the comments
 * that belong to it, and before those that follow.
 */
final class Adder {

  private final Doc doc;
  private final Edits edits;
  private final ValueWriter writer;
  private final Setter setter;

  Adder(Doc doc, Edits edits, ValueWriter writer, Setter setter) {
    this.doc = doc;
    this.edits = edits;
    this.writer = writer;
    this.setter = setter;
  }

  /** Adds an entry to the mapping at {@code slot}, or makes its empty value one. */
  void entry(@Nullable Slot slot, NewEntry entry) {
    if (slot == null) {
      int end = doc.text().length();
      edits.insertLines(end, entry.lines(0), doc.layout().lineEnd(end));
      return;
    }
    YamlNode node = slot.value();
    if (Slot.size(node) > 0) {
      if (Slot.isFlow(node)) {
        flow(slot, entry.inline());
      } else {
        behindLast(slot, entry.lines(columnOfParts(node)));
      }
      return;
    }
    if (node instanceof YamlSequence) {
      throw new EditRefused(slot.label() + " is a list, not a mapping.");
    }
    if (slot.inFlow() || doc.layout().json()) {
      empty(slot, "{" + entry.inline() + "}");
    } else {
      setter.collection(slot, entry::lines, false);
    }
  }

  /** Adds an item to the list at {@code slot}, or makes its empty value one. */
  void item(Slot slot, @Nullable Object value) {
    YamlNode node = slot.value();
    if (Slot.size(node) > 0) {
      if (Slot.isFlow(node)) {
        flow(slot, writer.inline(value, true, ScalarStyle.PLAIN));
      } else {
        behindLast(slot, writer.itemLines(value, columnOfParts(node)));
      }
      return;
    }
    if (node instanceof YamlMapping) {
      throw new EditRefused(slot.label() + " is a mapping, not a list.");
    }
    if (slot.inFlow() || doc.layout().json()) {
      empty(slot, "[" + writer.inline(value, true, ScalarStyle.PLAIN) + "]");
    } else {
      setter.collection(slot, column -> writer.itemLines(value, column), true);
    }
  }

  private int columnOfParts(YamlNode node) {
    return doc.layout().column(Slot.part(node, 0).start());
  }

  private void behindLast(Slot slot, List<String> lines) {
    YamlNode node = slot.value();
    Slot last = slot.child(Slot.size(node) - 1);
    int at = Marks.lines(doc, last).end();
    boolean lineStarts = at == doc.text().length() || Lines.endsLine(doc.text().text(), at);
    if (!lineStarts) {
      throw new EditRefused(slot.label() + " does not end with a line of its own.");
    }
    edits.insertLines(at, lines, doc.layout().lineEnd(Slot.part(node, last.index()).end()));
  }

  private void empty(Slot slot, String written) {
    if (slot.parent() == null) {
      edits.replace(slot.value().span(), written);
    } else {
      setter.shortValue(slot, written);
    }
  }

  private void flow(Slot slot, String written) {
    Span span = slot.value().span();
    char open = doc.text().text().charAt(span.start());
    if (open != '{' && open != '[') {
      throw new EditRefused(slot.label() + " is a single pair in a list.");
    }
    new FlowEdits(doc, edits).append(slot.value(), written);
  }
}
