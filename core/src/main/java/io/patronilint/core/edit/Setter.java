package io.patronilint.core.edit;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Puts a value in the place of another one. */
final class Setter {

  private final Doc doc;
  private final Layout layout;
  private final Edits edits;
  private final ValueWriter writer;

  Setter(Doc doc, Edits edits, ValueWriter writer) {
    this.doc = doc;
    this.layout = doc.layout();
    this.edits = edits;
    this.writer = writer;
  }

  /** Replaces the value at {@code slot}, which is not the root. */
  void value(Slot slot, @Nullable Object value) {
    YamlNode old = slot.value();
    boolean flow = slot.inFlow();
    boolean filledFlow = Slot.isFlow(old) && Slot.size(old) > 0;
    if (ValueWriter.isShort(value) || flow || filledFlow) {
      shortValue(slot, writer.inline(value, flow, style(old)));
    } else {
      collection(slot, column -> writer.lines(value, column), value instanceof List);
    }
  }

  private static ScalarStyle style(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.style() : ScalarStyle.PLAIN;
  }

  /** Replaces the value at {@code slot} by one that is written on one line. */
  void shortValue(Slot slot, String written) {
    Span span = slot.value().span();
    int mark = Marks.behind(doc, slot);
    if (span.isEmpty()) {
      edits.insert(mark < 0 ? span.end() : mark, (mark < 0 ? ": " : " ") + written);
    } else if (Slot.isBlock(slot.value()) && mark >= 0 && !layout.sameLine(mark, span.start())) {
      edits.insert(mark, " " + written);
      edits.delete(layout.nextLine(mark), Marks.lines(doc, slot).end());
    } else {
      edits.replace(span, written);
    }
  }

  /**
   * Replaces the value at {@code slot} by a collection in block style.
   *
   * @param lines gives its lines for the column at which they begin
   * @param list whether it is a list
   */
  void collection(Slot slot, IntFunction<List<String>> lines, boolean list) {
    YamlNode old = slot.value();
    YamlEntry entry = slot.entry();
    if (entry != null && !(Slot.isBlock(old) && isList(old) == list)) {
      below(slot, entry, lines, list);
      return;
    }
    Span span = old.span();
    YamlItem item = slot.item();
    String end = layout.lineEnd(span.start());
    if (span.isEmpty() && item != null) {
      int column = layout.column(item.span().start()) + 2;
      String written = String.join(end, lines.apply(column));
      edits.insert(Marks.behind(doc, slot), " " + written.substring(column));
    } else {
      int column = layout.column(span.start());
      edits.replace(span, String.join(end, lines.apply(column)).substring(column));
    }
  }

  private static boolean isList(YamlNode node) {
    return !(node instanceof YamlMapping);
  }

  /** Puts the lines below the key; a comment on the key's line stays there. */
  private void below(Slot slot, YamlEntry entry, IntFunction<List<String>> lines, boolean list) {
    Span span = slot.value().span();
    int mark = Marks.behind(doc, slot);
    if (mark < 0) {
      throw new EditRefused(slot.label() + " has no colon behind its key.");
    }
    if (layout.sameLine(mark, span.start())) {
      edits.delete(mark, Math.max(mark, span.end()));
    } else {
      edits.delete(layout.nextLine(mark), layout.nextLine(span.end()));
    }
    int column = layout.column(entry.span().start()) + writer.below(list);
    int at = layout.nextLine(Math.max(mark, span.end()));
    edits.insertLines(at, lines.apply(column), layout.lineEnd(mark));
  }
}
