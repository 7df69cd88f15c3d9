package io.patronilint.rules.syntax;

import io.patronilint.core.yaml.YamlAlias;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;

/** Compares values as Python does, but takes two values with anchors or aliases for different. */
final class SameValue {

  private SameValue() {}

  static boolean of(YamlNode a, YamlNode b) {
    if (a instanceof YamlAlias || b instanceof YamlAlias || hasAnchor(a) || hasAnchor(b)) {
      return false;
    }
    if (a instanceof YamlScalar first && b instanceof YamlScalar second) {
      return first.type() == second.type() && first.value().text().equals(second.value().text());
    }
    if (a instanceof YamlSequence first && b instanceof YamlSequence second) {
      return sameItems(first, second);
    }
    return a instanceof YamlMapping first
        && b instanceof YamlMapping second
        && sameEntries(first, second);
  }

  /** Tells whether {@code node} or anything in it has an anchor, which others may refer to. */
  static boolean hasAnchor(YamlNode node) {
    if (node.anchor() != null) {
      return true;
    }
    if (node instanceof YamlSequence sequence) {
      return sequence.items().stream().anyMatch(i -> hasAnchor(i.node()));
    }
    return node instanceof YamlMapping mapping
        && mapping.entries().stream().anyMatch(e -> hasAnchor(e.key()) || hasAnchor(e.value()));
  }

  private static boolean sameItems(YamlSequence a, YamlSequence b) {
    if (a.items().size() != b.items().size()) {
      return false;
    }
    for (int i = 0; i < a.items().size(); i++) {
      if (!of(a.items().get(i).node(), b.items().get(i).node())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(YamlMapping a, YamlMapping b) {
    if (a.entries().size() != b.entries().size() || hasMerge(a) || hasMerge(b)) {
      return false;
    }
    for (YamlEntry entry : a.entries()) {
      YamlMapping.EffectiveEntry other = b.find(entry.name());
      if (other == null || !of(entry.value(), other.entry().value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasMerge(YamlMapping mapping) {
    return mapping.entries().stream().anyMatch(YamlEntry::isMerge);
  }
}
