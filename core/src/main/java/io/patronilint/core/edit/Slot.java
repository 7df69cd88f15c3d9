package io.patronilint.core.edit;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document that holds a value: the root, an entry of a mapping or an item of a list.
 *
 * @param parent the place of the collection that this one is in; null for the root
 * @param index number of the entry or item in that collection
 * @param value the value
 */
record Slot(@Nullable Slot parent, int index, YamlNode value) {

  static Slot root(YamlNode root) {
    return new Slot(null, 0, root);
  }

  /** Returns the place of the entry or item {@code number} of the collection that is here. */
  Slot child(int number) {
    YamlNode node =
        value instanceof YamlMapping mapping
            ? mapping.entries().get(number).value()
            : ((YamlSequence) value).items().get(number).node();
    return new Slot(this, number, node);
  }

  /** Returns the entry that is here; null for the root and for an item. */
  @Nullable YamlEntry entry() {
    return parent != null && parent.value instanceof YamlMapping mapping
        ? mapping.entries().get(index)
        : null;
  }

  /** Returns the item that is here; null for the root and for an entry. */
  @Nullable YamlItem item() {
    return parent != null && parent.value instanceof YamlSequence sequence
        ? sequence.items().get(index)
        : null;
  }

  /** Tells whether the collection around this place is written in braces or brackets. */
  boolean inFlow() {
    return parent != null && isFlow(parent.value);
  }

  /** Tells whether {@code node} is a collection in braces or brackets. */
  static boolean isFlow(YamlNode node) {
    return (node instanceof YamlMapping mapping && mapping.flow())
        || (node instanceof YamlSequence sequence && sequence.flow());
  }

  /** Tells whether {@code node} is a collection without braces and brackets. */
  static boolean isBlock(YamlNode node) {
    return (node instanceof YamlMapping mapping && !mapping.flow())
        || (node instanceof YamlSequence sequence && !sequence.flow());
  }

  /** Returns how many entries or items {@code node} has; 0 for a scalar. */
  static int size(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().size();
    }
    return node instanceof YamlSequence sequence ? sequence.items().size() : 0;
  }

  /** Returns from where to where the entry or item {@code number} of {@code node} is written. */
  static Span part(YamlNode node, int number) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().get(number).span();
    }
    YamlItem item = ((YamlSequence) node).items().get(number);
    Span properties = item.node().propertiesSpan();
    int start =
        Math.min(
            item.span().start(), properties == null ? item.span().start() : properties.start());
    return new Span(start, Math.max(item.span().end(), properties == null ? 0 : properties.end()));
  }

  /** Returns the numbers that lead here from the root. */
  List<Integer> indexes() {
    List<Integer> indexes = parent == null ? new ArrayList<>() : parent.indexes();
    if (parent != null) {
      indexes.add(index);
    }
    return indexes;
  }

  /** Returns the dotted path from the root. */
  String path() {
    if (parent == null) {
      return "";
    }
    YamlEntry entry = entry();
    if (entry == null) {
      return parent.path() + "[" + index + "]";
    }
    return parent.parent == null ? entry.name() : parent.path() + "." + entry.name();
  }

  /** Returns how messages call this place. */
  String label() {
    return parent == null ? "The document" : path();
  }
}
