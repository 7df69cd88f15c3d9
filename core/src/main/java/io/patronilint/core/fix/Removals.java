package io.patronilint.core.fix;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps several fixes from emptying a mapping or list together: each of them leaves the rest of it
 * in place, and none puts the {@code {}} there that the last one has to leave behind.
 */
final class Removals {

  private final IdentityHashMap<YamlNode, BitSet> removed = new IdentityHashMap<>();

  /** Takes note of what {@code edits} remove; false if nothing would be left of a collection. */
  boolean accept(List<FileEdit> edits) {
    IdentityHashMap<YamlNode, BitSet> fresh = new IdentityHashMap<>();
    for (FileEdit edit : edits) {
      if (edit instanceof FileEdit.Replace replace
          && !replace.span().isEmpty()
          && isYaml(replace.file().kind())) {
        YamlNode root = replace.file().yaml().root();
        if (root != null) {
          collect(root, replace.span(), fresh);
        }
      }
    }
    for (Map.Entry<YamlNode, BitSet> entry : fresh.entrySet()) {
      BitSet before = removed.get(entry.getKey());
      if (before != null) {
        BitSet all = (BitSet) before.clone();
        all.or(entry.getValue());
        if (all.cardinality() == parts(entry.getKey()).size()) {
          return false;
        }
      }
    }
    fresh.forEach((node, parts) -> removed.computeIfAbsent(node, n -> new BitSet()).or(parts));
    return true;
  }

  private static boolean isYaml(FileKind kind) {
    return kind == FileKind.PATRONI || kind == FileKind.DYNAMIC || kind == FileKind.DYNAMIC_CACHE;
  }

  private static void collect(YamlNode node, Span edit, IdentityHashMap<YamlNode, BitSet> found) {
    List<Span> parts = parts(node);
    for (int i = 0; i < parts.size(); i++) {
      if (edit.contains(parts.get(i))) {
        found.computeIfAbsent(node, n -> new BitSet()).set(i);
      } else if (edit.overlaps(parts.get(i))) {
        collect(child(node, i), edit, found);
      }
    }
  }

  private static YamlNode child(YamlNode node, int index) {
    return node instanceof YamlMapping mapping
        ? mapping.entries().get(index).value()
        : ((YamlSequence) node).items().get(index).node();
  }

  private static List<Span> parts(YamlNode node) {
    List<Span> parts = new ArrayList<>();
    if (node instanceof YamlMapping mapping) {
      mapping.entries().stream().map(YamlEntry::span).forEach(parts::add);
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().stream().map(YamlItem::span).forEach(parts::add);
    }
    return parts;
  }
}
