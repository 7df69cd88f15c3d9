package io.patronilint.core.model;

import io.patronilint.core.finding.Location;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a configuration: a scalar, a list or a mapping, aliases followed and merge keys
 * merged, with the path to it and the place where it is written.
 */
public final class ConfigNode {

  private final @Nullable ConfigNode parent;
  private final String key;
  private final SourceFile file;
  private final @Nullable YamlEntry entry;
  private final YamlNode node;
  private final @Nullable List<ConfigNode> children;

  private ConfigNode(
      @Nullable ConfigNode parent,
      String key,
      SourceFile file,
      @Nullable YamlEntry entry,
      YamlNode node,
      @Nullable List<ConfigNode> mergedChildren) {
    this.parent = parent;
    this.key = key;
    this.file = file;
    this.entry = entry;
    this.node = node;
    this.children = mergedChildren;
  }

  /** Wraps the root of a document. */
  static ConfigNode root(SourceFile file, YamlNode node) {
    return new ConfigNode(null, "", file, null, node, null);
  }

  /** Returns this mapping with other entries, which were merged from several files. */
  ConfigNode withChildren(List<ConfigNode> merged) {
    return new ConfigNode(parent, key, file, entry, node, List.copyOf(merged));
  }

  /** Returns the dotted path from the root, with {@code [i]} for list items; empty for the root. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (Object step : keys()) {
      if (step instanceof Integer) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }

  /**
   * Returns the path from the root as {@link io.patronilint.core.edit.YamlEditor} takes it: a
   * {@link String} for each key, an {@link Integer} for each list index.
   */
  public List<Object> keys() {
    List<Object> keys = new ArrayList<>();
    for (ConfigNode step = this; step.parent != null; step = step.parent) {
      boolean item = step.parent.isSequence();
      keys.add(item ? (Object) Integer.valueOf(step.key) : step.key);
    }
    Collections.reverse(keys);
    return keys;
  }

  /** Returns the mapping or list around this value; empty for the root. */
  public Optional<ConfigNode> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns the last key of the path, or the index of a list item. */
  public String key() {
    return key;
  }

  /** Returns the last key of the path as Python holds it; the index of a list item as a string. */
  public ScalarValue keyValue() {
    return entry != null && entry.key().resolved() instanceof YamlScalar scalar
        ? scalar.value()
        : new ScalarValue.Str(key);
  }

  /** Returns the file in which the value is written. */
  public SourceFile file() {
    return file;
  }

  /** Returns the entry that sets the value; null for the root and for list items. */
  public @Nullable YamlEntry entry() {
    return entry;
  }

  /** Returns the value as written, which may be an alias. */
  public YamlNode yaml() {
    return node;
  }

  /** Tells whether the value is a mapping. */
  public boolean isMapping() {
    return node.resolved() instanceof YamlMapping;
  }

  /** Tells whether the value is a list. */
  public boolean isSequence() {
    return node.resolved() instanceof YamlSequence;
  }

  /** Tells whether the value is a scalar, null included. */
  public boolean isScalar() {
    return node.resolved() instanceof YamlScalar;
  }

  /** Tells whether the value is Python's {@code None}. */
  public boolean isNull() {
    return type() == ScalarType.NULL;
  }

  /** Tells whether the value is a string. */
  public boolean isString() {
    return type() == ScalarType.STR;
  }

  /** Returns the scalar's type; null for lists and mappings. */
  public @Nullable ScalarType type() {
    return node.resolved() instanceof YamlScalar scalar ? scalar.type() : null;
  }

  /** Returns the scalar's value; empty for lists and mappings. */
  public Optional<ScalarValue> scalar() {
    return node.resolved() instanceof YamlScalar scalar
        ? Optional.of(scalar.value())
        : Optional.empty();
  }

  /** Returns Python's {@code str()} of a scalar that is not null; empty for everything else. */
  public Optional<String> text() {
    return node.resolved() instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL
        ? Optional.of(scalar.value().text())
        : Optional.empty();
  }

  /** Tells whether Python takes the value for true: not null, false, 0 or empty. */
  public boolean truthy() {
    return node.resolved() instanceof YamlScalar scalar
        ? scalar.value().truthy()
        : !children().isEmpty();
  }

  /** Returns the entries of a mapping or the items of a list, in order; empty for a scalar. */
  public List<ConfigNode> children() {
    if (children != null) {
      return children;
    }
    List<ConfigNode> found = new ArrayList<>();
    YamlNode target = node.resolved();
    if (target instanceof YamlMapping mapping) {
      for (YamlMapping.EffectiveEntry e : mapping.effective()) {
        found.add(child(e.entry()));
      }
    } else if (target instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        YamlNode item = sequence.items().get(i).node();
        String index = String.valueOf(i);
        found.add(new ConfigNode(this, index, file, null, item, null));
      }
    }
    return found;
  }

  /** Returns the value of {@code name} in a mapping. */
  public Optional<ConfigNode> child(String name) {
    if (children != null) {
      for (ConfigNode child : children) {
        if (child.key.equals(name)) {
          return Optional.of(child);
        }
      }
      return Optional.empty();
    }
    if (node.resolved() instanceof YamlMapping mapping) {
      YamlMapping.EffectiveEntry found = mapping.find(name);
      return found == null ? Optional.empty() : Optional.of(child(found.entry()));
    }
    return Optional.empty();
  }

  /** Returns the value below this one that {@code keys} lead to. */
  public Optional<ConfigNode> at(String... keys) {
    ConfigNode current = this;
    for (String name : keys) {
      ConfigNode next = current.child(name).orElse(null);
      if (next == null) {
        return Optional.empty();
      }
      current = next;
    }
    return Optional.of(current);
  }

  /** Returns the place of the key, or of the value where there is no key. */
  public Location keyLocation() {
    return new Location(file, entry == null ? node.span() : entry.key().span());
  }

  /** Returns the place of the value as written; of the key where no value is written. */
  public Location valueLocation() {
    Span span = node.span();
    return span.isEmpty() ? keyLocation() : new Location(file, span);
  }

  /** Returns the place from the key to behind the value. */
  public Location location() {
    return new Location(file, entry == null ? node.span() : entry.span());
  }

  private ConfigNode child(YamlEntry e) {
    return new ConfigNode(this, e.name(), file, e, e.value(), null);
  }

  @Override
  public String toString() {
    return path();
  }
}
