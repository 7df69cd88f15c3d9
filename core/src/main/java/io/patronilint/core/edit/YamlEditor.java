package io.patronilint.core.edit;

import io.patronilint.core.workspace.SourceFile;
import java.util.List;

/**
 * Changes YAML files and leaves everything else in them as it is.
 *
 * <p>A path is a list of mapping keys ({@link String}) and list indexes ({@link Integer}). A value
 * is a {@link String}, {@link Boolean}, {@link Integer}, {@link java.util.Map} with string keys or
 * {@link List} of such values; strings are quoted where PyYAML would not read them back as they
 * are.
 */
public final class YamlEditor {

  private YamlEditor() {}

  /** Sets the value at {@code path}; adds the entry, and the mappings above it, if missing. */
  public static EditResult set(SourceFile file, List<?> path, Object value) {
    return EditResult.refused("not implemented");
  }

  /** Removes the entry or list item at {@code path}, with the comments that belong to it. */
  public static EditResult remove(SourceFile file, List<?> path) {
    return EditResult.refused("not implemented");
  }

  /** Gives the entry at {@code path} the key {@code name}. */
  public static EditResult rename(SourceFile file, List<?> path, String name) {
    return EditResult.refused("not implemented");
  }

  /**
   * Moves the entry at {@code from} so that it becomes {@code to}, adding missing mappings above
   * it; comments and style move with it.
   */
  public static EditResult move(SourceFile file, List<?> from, List<?> to) {
    return EditResult.refused("not implemented");
  }

  /** Turns the scalar at {@code path} into a quoted string of the same characters. */
  public static EditResult quote(SourceFile file, List<?> path) {
    return EditResult.refused("not implemented");
  }
}
