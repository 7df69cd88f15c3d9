package io.patronilint.core.edit;

import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a path leads in a document.
 *
 * @param slot the deepest place on the path that is there; null if the document is empty
 * @param missing the steps behind it that are not there
 */
record Route(@Nullable Slot slot, List<?> missing) {

  /**
   * Follows {@code path}.
   *
   * @throws EditRefused if something on it cannot be edited without changing something else
   */
  static Route of(Doc doc, List<?> path) {
    YamlNode root = doc.root();
    if (root == null) {
      return new Route(null, path);
    }
    Slot slot = Slot.root(root);
    for (int i = 0; i < path.size(); i++) {
      doc.checkInside(slot);
      int next = step(slot, path.get(i));
      if (next < 0) {
        return new Route(slot, path.subList(i, path.size()));
      }
      slot = slot.child(next);
      doc.checkKey(slot);
    }
    return new Route(slot, List.of());
  }

  /** Returns the place that {@code path} leads to. */
  static Slot existing(Doc doc, List<?> path) {
    Route route = of(doc, path);
    Slot slot = route.slot();
    if (slot == null || slot.parent() == null || !route.missing().isEmpty()) {
      throw new EditRefused(show(path) + " is not set in " + doc.file().path() + ".");
    }
    return slot;
  }

  private static int step(Slot slot, Object step) {
    YamlNode node = slot.value();
    if (node instanceof YamlMapping mapping && step instanceof String name) {
      return entry(slot, mapping, name);
    }
    if (node instanceof YamlSequence sequence && step instanceof Integer index) {
      if (index < 0 || index > sequence.items().size()) {
        throw new EditRefused(slot.label() + " has no item " + index + ".");
      }
      return index < sequence.items().size() ? index : -1;
    }
    if (isNull(node) || (Slot.isFlow(node) && Slot.size(node) == 0)) {
      return -1;
    }
    String wanted = step instanceof String ? " is not a mapping." : " is not a list.";
    throw new EditRefused(slot.label() + wanted);
  }

  private static int entry(Slot slot, YamlMapping mapping, String name) {
    int found = -1;
    for (int i = 0; i < mapping.entries().size(); i++) {
      if (mapping.entries().get(i).isMerge() || !mapping.entries().get(i).name().equals(name)) {
        continue;
      }
      if (found >= 0 || isDuplicate(mapping, mapping.entries().get(i))) {
        throw new EditRefused(slot.child(i).label() + " is written more than once.");
      }
      found = i;
    }
    YamlMapping.EffectiveEntry effective = mapping.find(name);
    if (effective != null && effective.mergedFrom() != null) {
      throw new EditRefused(
          name + " in " + slot.label() + " comes from another mapping by a merge key.");
    }
    return found;
  }

  /** Python takes keys for equal that look different: {@code on}, {@code 1} and {@code 0x1}. */
  private static boolean isDuplicate(YamlMapping mapping, YamlEntry entry) {
    return mapping.duplicates().stream()
        .anyMatch(d -> d.lost().equals(entry) || d.kept().equals(entry));
  }

  /** Tells whether the value is null. */
  static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
  }

  /** Returns {@code path} in dotted form. */
  static String show(List<?> path) {
    StringBuilder shown = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer) {
        shown.append('[').append(step).append(']');
      } else {
        shown.append(shown.isEmpty() ? "" : ".").append(step);
      }
    }
    return shown.toString();
  }
}
