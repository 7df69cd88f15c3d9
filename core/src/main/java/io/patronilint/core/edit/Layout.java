package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/** How a file is laid out: its columns, indentation widths and line ends. */
final class Layout {

  private static final int USUAL = 2;
  private static final int WIDEST = 16;

  private final SourceText text;
  private final boolean json;
  private final int width;
  private final int dashOffset;

  Layout(SourceText text, @Nullable YamlNode root) {
    this.text = text;
    this.json =
        root instanceof YamlMapping mapping
            && mapping.flow()
            && (mapping.entries().isEmpty() || isDoubleQuoted(mapping.entries().get(0).key()));
    int[] widths = new int[WIDEST + 1];
    int[] dashes = new int[WIDEST + 1];
    if (root != null) {
      count(root, widths, dashes);
    }
    this.width = most(widths, USUAL);
    this.dashOffset = most(dashes, width);
  }

  private static boolean isDoubleQuoted(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.style() == ScalarStyle.DOUBLE_QUOTED;
  }

  private void count(YamlNode node, int[] widths, int[] dashes) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        YamlNode value = entry.value();
        if (!mapping.flow() && Slot.isBlock(value) && isBelow(entry, value)) {
          int offset = column(value.span().start()) - column(entry.span().start());
          int[] counts = value instanceof YamlSequence ? dashes : widths;
          counts[Math.min(Math.max(offset, 0), WIDEST)]++;
        }
        count(value, widths, dashes);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlItem item : sequence.items()) {
        count(item.node(), widths, dashes);
      }
    }
  }

  private boolean isBelow(YamlEntry entry, YamlNode value) {
    return text.lineAt(value.span().start()) > text.lineAt(entry.key().span().end());
  }

  private static int most(int[] counts, int otherwise) {
    int best = -1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && (best < 0 || counts[i] > counts[best])) {
        best = i;
      }
    }
    return best < 0 ? otherwise : best;
  }

  /** Tells whether the file is JSON, or written like it. */
  boolean json() {
    return json;
  }

  /** Returns how far the file mostly indents a mapping in a mapping; 2 if it has none. */
  int width() {
    return width;
  }

  /** Returns how far the file mostly indents a list below its key; as a mapping if it has none. */
  int dashOffset() {
    return dashOffset;
  }

  /** Returns the column of {@code offset} from 0; a byte order mark takes none. */
  int column(int offset) {
    int start = text.lineStart(text.lineAt(offset));
    boolean mark = start == 0 && offset > 0 && text.text().charAt(0) == '\uFEFF';
    return offset - start - (mark ? 1 : 0);
  }

  /** Tells whether two offsets are on one line. */
  boolean sameLine(int one, int other) {
    return text.lineAt(one) == text.lineAt(other);
  }

  /** Tells whether only blanks stand before {@code offset} on its line. */
  boolean startsLine(int offset) {
    return skipBlanks(text.lineStart(text.lineAt(offset))) >= offset
        || (offset == 1 && text.text().charAt(0) == '\uFEFF');
  }

  /** Returns the offset of the first character from {@code offset} on that is no blank. */
  int skipBlanks(int offset) {
    int i = offset;
    while (i < text.length() && (text.text().charAt(i) == ' ' || text.text().charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** Returns where the line behind the one of {@code offset} starts, or the end of the text. */
  int nextLine(int offset) {
    int line = text.lineAt(offset);
    return line < text.lineCount() ? text.lineStart(line + 1) : text.length();
  }

  /** Returns the line end to write near {@code offset}: that of its line, or of the text. */
  String lineEnd(int offset) {
    int line = text.lineAt(offset);
    for (int candidate : new int[] {line, line - 1, 1}) {
      if (candidate >= 1 && candidate < text.lineCount()) {
        return text.text().substring(text.lineEnd(candidate), text.lineStart(candidate + 1));
      }
    }
    return "\n";
  }
}
