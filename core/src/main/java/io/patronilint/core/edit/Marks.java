package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlNode;

/** Finds the places around values where something can be put or taken away. */
final class Marks {

  private Marks() {}

  /**
   * Returns the offset behind the colon or dash that announces the value at {@code slot}, and
   * behind its anchor, if it has one.
   *
   * @return a negative number if nothing announces it: an item in brackets, a key without a colon
   */
  static int behind(Doc doc, Slot slot) {
    Span properties = slot.value().propertiesSpan();
    if (properties != null) {
      return properties.end();
    }
    YamlEntry entry = slot.entry();
    if (entry != null) {
      int colon = doc.layout().skipBlanks(entry.key().span().end());
      return colon < doc.text().length() && doc.text().text().charAt(colon) == ':' ? colon + 1 : -1;
    }
    YamlItem item = slot.item();
    return item == null || slot.inFlow() ? -1 : item.span().start() + 1;
  }

  /**
   * Returns the whole lines that belong to the entry or item at {@code slot} of a block collection:
   * with comment lines directly above it at its column, and deeper ones below it. The first line
   * may begin behind a dash that it shares.
   */
  static Span lines(Doc doc, Slot slot) {
    YamlEntry entry = slot.entry();
    if (entry != null) {
      return entry.fullSpan();
    }
    Slot parent = slot.parent();
    YamlItem item = slot.item();
    if (parent == null || item == null) {
      return slot.value().span();
    }
    int floor = slot.index() == 0 ? 0 : Slot.part(parent.value(), slot.index() - 1).end();
    int start = item.span().start();
    int end = Slot.part(parent.value(), slot.index()).end();
    return new Span(above(doc, start, floor), below(doc, end, doc.layout().column(start)));
  }

  private static int above(Doc doc, int start, int floor) {
    SourceText text = doc.text();
    if (!doc.layout().startsLine(start)) {
      return start;
    }
    int line = text.lineAt(start);
    int column = start - text.lineStart(line);
    while (line > 1) {
      int first = doc.layout().skipBlanks(text.lineStart(line - 1));
      boolean comment = first < text.length() && text.text().charAt(first) == '#';
      if (!comment
          || text.lineStart(line - 1) < floor
          || first != text.lineStart(line - 1) + column) {
        break;
      }
      line--;
    }
    return text.lineStart(line);
  }

  private static int below(Doc doc, int contentEnd, int column) {
    SourceText text = doc.text();
    int end = doc.layout().nextLine(contentEnd);
    int line = text.lineAt(contentEnd) + 1;
    while (line <= text.lineCount()) {
      int start = text.lineStart(line);
      int first = doc.layout().skipBlanks(start);
      boolean blank = first >= text.lineEnd(line);
      if (!blank && (text.text().charAt(first) != '#' || first - start <= column)) {
        break;
      }
      end = blank ? end : doc.layout().nextLine(first);
      line++;
    }
    return end;
  }

  /** Returns the end of {@code node}, or of its anchor where it is not written. */
  static int end(YamlNode node) {
    Span properties = node.propertiesSpan();
    return Math.max(node.span().end(), properties == null ? 0 : properties.end());
  }
}
