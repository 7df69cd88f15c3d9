package io.patronilint.core.edit;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlEntry;
import java.util.List;
import java.util.function.Function;

/**
 * Changes YAML files and leaves everything else in them as it is: comments, order, quoting,
 * indentation, line ends.
 *
 * <p>A path is a list of mapping keys ({@link String}) and list indexes ({@link Integer}). A value
 * is a {@link String}, {@link Boolean}, {@link Integer}, {@link java.util.Map} with string keys or
 * {@link List} of such values; strings are quoted where PyYAML would not read them back as they
 * are.
 *
 * <p>Every operation reads its own result again, and refuses unless it says exactly what was asked
 * for. It also refuses, with a reason, what would change more than its place: inside a value that
 * aliases stand for or that comes by a merge key, beside a tag, where a key is written twice, in
 * files that cannot be read and in templates.
 */
public final class YamlEditor {

  private YamlEditor() {}

  /**
   * Sets the value at {@code path}; adds the entry, and the mappings above it, if missing. The
   * index behind the last item of a list adds an item.
   */
  public static EditResult set(SourceFile file, List<?> path, Object value) {
    return run(file, change -> change.set(path, value));
  }

  /**
   * Removes the entry or list item at {@code path}, with the comments that belong to it; the last
   * one of a collection leaves <code>{}</code> or {@code []} behind.
   */
  public static EditResult remove(SourceFile file, List<?> path) {
    return run(file, change -> change.remove(path));
  }

  /** Removes {@code entry} of the file, which may be one of several with the same key. */
  public static EditResult remove(SourceFile file, YamlEntry entry) {
    return run(file, change -> change.remove(entry));
  }

  /** Gives the entry at {@code path} the key {@code name}. */
  public static EditResult rename(SourceFile file, List<?> path, String name) {
    return run(file, change -> change.rename(path, name));
  }

  /**
   * Moves the entry at {@code from} so that it becomes {@code to}, adding missing mappings above
   * it; comments and style move with it.
   */
  public static EditResult move(SourceFile file, List<?> from, List<?> to) {
    return run(file, change -> change.move(from, to));
  }

  /** Turns the scalar at {@code path} into a quoted string of the same characters. */
  public static EditResult quote(SourceFile file, List<?> path) {
    return run(file, change -> change.quote(path));
  }

  private static EditResult run(
      SourceFile file, Function<YamlChange, List<FileEdit.Replace>> operation) {
    try {
      return EditResult.of(operation.apply(new YamlChange(file)));
    } catch (EditRefused e) {
      return EditResult.refused(e.reason());
    }
  }
}
