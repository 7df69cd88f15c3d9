package io.patronilint.core.edit;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;

/** Takes entries and items out, with the comments that belong to them. */
final class Remover {

  private final Doc doc;
  private final Layout layout;
  private final Edits edits;

  Remover(Doc doc, Edits edits) {
    this.doc = doc;
    this.layout = doc.layout();
    this.edits = edits;
  }

  /** Removes what is at {@code slot}; the last part of a collection leaves an empty one behind. */
  void remove(Slot slot) {
    Slot parent = slot.parent();
    if (parent == null) {
      throw new EditRefused("The document as a whole is not removed.");
    }
    YamlNode collection = parent.value();
    if (Slot.isFlow(collection)) {
      new FlowEdits(doc, edits).remove(collection, slot.index());
      return;
    }
    Span lines = Marks.lines(doc, slot);
    Span part = Slot.part(collection, slot.index());
    if (Slot.size(collection) == 1) {
      only(parent, lines, part);
    } else if (layout.startsLine(part.start())) {
      deleteLines(lines);
    } else {
      first(parent, lines, part);
    }
  }

  /** A byte order mark in the first line stays. */
  private void deleteLines(Span lines) {
    boolean mark = lines.start() == 0 && doc.text().text().startsWith("\uFEFF");
    edits.delete(mark ? 1 : lines.start(), lines.end());
  }

  private void only(Slot parent, Span lines, Span part) {
    String empty = parent.value() instanceof YamlMapping ? "{}" : "[]";
    int mark = Marks.behind(doc, parent);
    if (mark >= 0 && !layout.sameLine(mark, part.start())) {
      edits.insert(mark, " " + empty);
      edits.delete(lines.start(), lines.end());
      return;
    }
    boolean byteOrderMark = lines.start() == 0 && doc.text().text().startsWith("\uFEFF");
    int end = Lines.beforeLineEnd(doc.text().text(), lines.end());
    edits.replace(new Span(byteOrderMark ? 1 : lines.start(), Math.max(end, part.end())), empty);
  }

  /** Removes the first part, which shares its line with the dash of the list that it is in. */
  private void first(Slot parent, Span lines, Span part) {
    int nextStart = Slot.part(parent.value(), 1).start();
    if (doc.text().text().substring(lines.end(), nextStart).isBlank()) {
      edits.delete(part.start(), nextStart);
      return;
    }
    int behindDash = part.start();
    while (behindDash > 0 && doc.text().text().charAt(behindDash - 1) == ' ') {
      behindDash--;
    }
    edits.delete(behindDash, Lines.beforeLineEnd(doc.text().text(), lines.end()));
  }
}
