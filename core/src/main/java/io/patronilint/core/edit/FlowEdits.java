package io.patronilint.core.edit;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlNode;

/** Adds and removes parts of collections in braces and brackets, on one line or on several. */
final class FlowEdits {

  private final Doc doc;
  private final Layout layout;
  private final String text;
  private final Edits edits;

  FlowEdits(Doc doc, Edits edits) {
    this.doc = doc;
    this.layout = doc.layout();
    this.text = doc.text().text();
    this.edits = edits;
  }

  /** Adds a part behind the last one of {@code node}, which has at least one. */
  void append(YamlNode node, String written) {
    Span last = Slot.part(node, Slot.size(node) - 1);
    int comma = commaBehind(last.end());
    if (!layout.startsLine(last.start()) || layout.sameLine(node.span().start(), last.start())) {
      edits.insert(last.end(), ", " + written);
      return;
    }
    if (comma < 0) {
      edits.insert(last.end(), ",");
    }
    int behind = comma < 0 ? last.end() : comma + 1;
    String indent = " ".repeat(layout.column(last.start()));
    String line = layout.lineEnd(last.start()) + indent + written + (comma < 0 ? "" : ",");
    edits.insert(
        restIsComment(behind) ? doc.text().lineEnd(doc.text().lineAt(behind)) : behind, line);
  }

  /** Removes the part {@code index} of {@code node} with its comma. */
  void remove(YamlNode node, int index) {
    Span part = Slot.part(node, index);
    int size = Slot.size(node);
    int comma = commaBehind(part.end());
    if (size == 1) {
      only(node, part, comma);
    } else if (ownLines(part, comma)) {
      if (index == size - 1 && comma < 0) {
        int before = commaBehind(Slot.part(node, index - 1).end());
        edits.delete(before, before + 1);
      }
      edits.delete(firstLine(part), layout.nextLine(comma < 0 ? part.end() : comma));
    } else if (index < size - 1) {
      edits.delete(part.start(), Slot.part(node, index + 1).start());
    } else {
      int before = Slot.part(node, index - 1).end();
      int comment = text.substring(before, part.start()).indexOf('#');
      if (comment < 0) {
        edits.delete(before, part.end());
      } else {
        int between = commaBehind(before);
        edits.delete(between, between + 1);
        edits.delete(part.start(), comma < 0 ? part.end() : comma + 1);
      }
    }
  }

  private void only(YamlNode node, Span part, int comma) {
    int end = comma < 0 ? part.end() : comma + 1;
    Span inside = new Span(node.span().start() + 1, node.span().end() - 1);
    boolean alone =
        inside.contains(part)
            && text.substring(inside.start(), part.start()).isBlank()
            && text.substring(end, inside.end()).isBlank();
    if (alone) {
      edits.delete(inside.start(), inside.end());
    } else {
      edits.delete(part.start(), end);
    }
  }

  /** Tells whether the part, with its comma and a comment, has its lines for itself. */
  private boolean ownLines(Span part, int comma) {
    return layout.startsLine(part.start()) && restIsComment(comma < 0 ? part.end() : comma + 1);
  }

  /** Returns the start of the line of the part, or of comment lines above it at its column. */
  private int firstLine(Span part) {
    int line = doc.text().lineAt(part.start());
    int column = part.start() - doc.text().lineStart(line);
    while (line > 1) {
      int above = doc.text().lineStart(line - 1);
      int first = layout.skipBlanks(above);
      if (first - above != column || text.charAt(first) != '#') {
        break;
      }
      line--;
    }
    return doc.text().lineStart(line);
  }

  /** Returns the offset of the comma that follows {@code offset}, or a negative number. */
  private int commaBehind(int offset) {
    int i = offset;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#') {
        i = layout.nextLine(i);
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        i++;
      } else {
        return c == ',' ? i : -1;
      }
    }
    return -1;
  }

  private boolean restIsComment(int offset) {
    int rest = layout.skipBlanks(offset);
    return rest == text.length() || "#\r\n".indexOf(text.charAt(rest)) >= 0;
  }
}
