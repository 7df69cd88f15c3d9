package io.patronilint.core.edit;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Applies text edits to a text, in one ascending pass. */
public final class TextEdits {

  private TextEdits() {}

  /**
   * Returns the edits in the order of their places; insertions at one place keep their order, and
   * come before a replacement that starts there.
   */
  public static List<FileEdit.Replace> sorted(List<FileEdit.Replace> edits) {
    List<FileEdit.Replace> sorted = new ArrayList<>(edits);
    sorted.sort((a, b) -> Span.compare(a.span(), b.span()));
    return sorted;
  }

  /**
   * Returns {@code text} with {@code edits} made; they may come in any order.
   *
   * @throws IllegalArgumentException if two edits overlap, or one reaches beyond the text
   */
  public static String apply(String text, List<FileEdit.Replace> edits) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int done = 0;
    for (FileEdit.Replace edit : sorted(edits)) {
      Span span = edit.span();
      if (span.start() < done || span.end() > text.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text at " + span.start());
      }
      result.append(text, done, span.start()).append(edit.text());
      done = span.end();
    }
    return result.append(text, done, text.length()).toString();
  }

  /** Tells whether two of the edits share a character, or one inserts inside another. */
  public static boolean overlap(List<FileEdit.Replace> edits) {
    int done = 0;
    for (FileEdit.Replace edit : sorted(edits)) {
      if (edit.span().start() < done) {
        return true;
      }
      done = edit.span().end();
    }
    return false;
  }

  /** Tells whether two edits share a character or meet, so that their order would matter. */
  public static boolean touch(FileEdit.Replace one, FileEdit.Replace other) {
    return one.span().start() <= other.span().end() && other.span().start() <= one.span().end();
  }
}
