package io.patronilint.core.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes to files, ready to be shown as a unified diff or written.
 *
 * @param changes one per file, in the order of their paths
 */
public record Patch(List<Change> changes) {

  /**
   * A change to one file.
   *
   * @param path relative path with {@code /}
   * @param before the text before, or null if the file is created
   * @param after the text after, or null if the file is deleted
   */
  public record Change(String path, @Nullable String before, @Nullable String after) {}

  /** Copies the list. */
  public Patch {
    changes = List.copyOf(changes);
  }

  /** Returns the patch as {@code git apply} and {@code patch -p1} take it. */
  public String toUnifiedDiff() {
    return "";
  }
}
