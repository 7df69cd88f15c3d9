package io.patronilint.core.fix;

import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/** Tells whether fixes left a file as readable as it was. */
final class Soundness {

  private Soundness() {}

  /** Tells whether the text is another one. */
  static boolean isChanged(@Nullable SourceFile before, SourceFile after) {
    return before == null || !before.text().text().equals(after.text().text());
  }

  /**
   * Tells whether {@code after} can be read if {@code before} could, or if there was none, and has
   * no more lines that are refused and no more keys that come twice.
   */
  static boolean isKept(@Nullable SourceFile before, SourceFile after) {
    if (!isChanged(before, after)) {
      return true;
    }
    return switch (after.kind()) {
      case PATRONI, DYNAMIC, DYNAMIC_CACHE -> isYamlKept(before, after);
      case AUTO_CONF, POSTGRESQL_CONF, RECOVERY_CONF ->
          after.conf().problems().size() <= (before == null ? 0 : before.conf().problems().size());
      case PGBACKREST ->
          after.ini().problems().size() <= (before == null ? 0 : before.ini().problems().size());
      default -> true;
    };
  }

  private static boolean isYamlKept(@Nullable SourceFile before, SourceFile after) {
    if (before == null) {
      return after.yaml().accepted();
    }
    return !before.yaml().accepted()
        || (after.yaml().accepted()
            && duplicates(after.yaml().root()) <= duplicates(before.yaml().root()));
  }

  private static int duplicates(@Nullable YamlNode node) {
    int count = 0;
    if (node instanceof YamlMapping mapping) {
      count = mapping.duplicates().size();
      for (YamlEntry entry : mapping.entries()) {
        count += duplicates(entry.value());
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlItem item : sequence.items()) {
        count += duplicates(item.node());
      }
    }
    return count;
  }
}
