package io.patronilint.core.edit;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Collects the text edits of one operation. */
final class Edits {

  private final SourceFile file;
  private final List<FileEdit.Replace> list = new ArrayList<>();

  Edits(SourceFile file) {
    this.file = file;
  }

  void insert(int offset, String text) {
    replace(Span.at(offset), text);
  }

  void delete(int start, int end) {
    replace(new Span(start, end), "");
  }

  void replace(Span span, String text) {
    if (!span.isEmpty() || !text.isEmpty()) {
      list.add(new FileEdit.Replace(file, span, text));
    }
  }

  /**
   * Inserts whole lines.
   *
   * @param offset where a line starts, or the end of the text
   * @param lines the lines without line ends
   */
  void insertLines(int offset, List<String> lines, String lineEnd) {
    String text = file.text().text();
    String joined = String.join(lineEnd, lines);
    boolean afterLineEnd = offset == 0 || Lines.endsLine(text, offset);
    boolean afterMark = offset == 1 && text.charAt(0) == '\uFEFF';
    insert(offset, afterLineEnd || afterMark ? joined + lineEnd : lineEnd + joined);
  }

  /**
   * Returns the edits in order, those that meet joined to one.
   *
   * @param open whether a text without a line end at its end stays so; otherwise it gets one, which
   *     a block scalar at the end may need to keep its value
   */
  List<FileEdit.Replace> list(boolean open) {
    List<FileEdit.Replace> joined = new ArrayList<>();
    for (FileEdit.Replace edit : TextEdits.sorted(list)) {
      join(joined, edit);
    }
    String text = file.text().text();
    if (!joined.isEmpty() && !text.isEmpty() && !Lines.endsLine(text, text.length())) {
      String after = TextEdits.apply(text, joined);
      boolean closed = Lines.endsLine(after, after.length());
      if (open && closed) {
        dropLineEnd(joined);
      } else if (!open && !closed) {
        String lineEnd = new Layout(file.text(), null).lineEnd(text.length());
        join(joined, new FileEdit.Replace(file, Span.at(text.length()), lineEnd));
      }
    }
    return joined;
  }

  private void join(List<FileEdit.Replace> joined, FileEdit.Replace edit) {
    int last = joined.size() - 1;
    if (last >= 0 && joined.get(last).span().end() > edit.span().start()) {
      throw new EditRefused("Two parts of the change overlap in " + file.path() + ".");
    }
    if (last >= 0 && joined.get(last).span().end() == edit.span().start()) {
      FileEdit.Replace before = joined.remove(last);
      Span span = new Span(before.span().start(), edit.span().end());
      joined.add(new FileEdit.Replace(file, span, before.text() + edit.text()));
    } else {
      joined.add(edit);
    }
  }

  /** Takes the line end away that the last edit leaves at the end of the text. */
  private void dropLineEnd(List<FileEdit.Replace> joined) {
    FileEdit.Replace last = joined.remove(joined.size() - 1);
    Span span = last.span();
    String text = last.text();
    if (text.isEmpty()) {
      int start = Lines.beforeLineEnd(file.text().text(), span.start());
      join(joined, new FileEdit.Replace(file, new Span(start, span.end()), ""));
    } else {
      String shorter = text.substring(0, Lines.beforeLineEnd(text, text.length()));
      join(joined, new FileEdit.Replace(file, span, shorter));
    }
  }
}
