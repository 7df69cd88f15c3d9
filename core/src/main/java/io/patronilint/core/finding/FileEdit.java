package io.patronilint.core.finding;

import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;

/** A change to one file. */
public sealed interface FileEdit {

  /** Returns the path of the file as reports show it. */
  String path();

  /**
   * Replaces a part of a file.
   *
   * @param file the file
   * @param span what is replaced; empty for an insertion
   * @param text what comes in its place
   */
  record Replace(SourceFile file, Span span, String text) implements FileEdit {
    @Override
    public String path() {
      return file.path();
    }
  }

  /**
   * Creates a file that is not there yet.
   *
   * @param path its path, relative to the workspace's base, with {@code /}
   * @param text its content
   */
  record Create(String path, String text) implements FileEdit {}

  /**
   * Deletes a file.
   *
   * @param file the file
   */
  record Delete(SourceFile file) implements FileEdit {
    @Override
    public String path() {
      return file.path();
    }
  }
}
