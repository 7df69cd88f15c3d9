package io.patronilint.core.finding;

import io.patronilint.core.text.Position;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;

/**
 * A place in a file.
 *
 * @param file the file
 * @param span the place; empty at offset 0 where the file as a whole is meant
 */
public record Location(SourceFile file, Span span) {

  /** Returns the place that means the whole of {@code file}. */
  public static Location of(SourceFile file) {
    return new Location(file, Span.at(0));
  }

  /** Returns line and column of the first character. */
  public Position start() {
    return file.text().positionAt(span.start());
  }

  /** Returns line and column behind the last character. */
  public Position end() {
    return file.text().positionAt(span.end());
  }
}
