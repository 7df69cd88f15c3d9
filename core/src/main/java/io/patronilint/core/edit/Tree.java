package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlAlias;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, without places and styles, to compare what an edit gave with what it should
 * give: typed values, the order of entries, duplicate and merge keys as written, and aliases by
 * their names. Two documents with equal trees have equal values, for an anchor's name is unique.
 */
sealed interface Tree {

  /** A scalar. */
  record Leaf(ScalarValue value, String properties) implements Tree {}

  /** A sequence. */
  record Items(List<Tree> list, String properties) implements Tree {}

  /** A mapping. */
  record Entries(List<Pair> list, String properties) implements Tree {}

  /** An alias. */
  record Ref(String name) implements Tree {}

  /** An entry of a mapping. */
  record Pair(Tree key, Tree value) {}

  /** Returns the tree of {@code node}; null for a document without a node. */
  static Tree of(@Nullable YamlNode node, SourceText text) {
    if (node == null) {
      return new Leaf(new ScalarValue.Null(), "");
    }
    Span span = node.propertiesSpan();
    String properties = span == null ? "" : text.slice(span);
    if (node instanceof YamlScalar scalar) {
      return new Leaf(scalar.value(), properties);
    }
    if (node instanceof YamlAlias alias) {
      return new Ref(alias.name());
    }
    if (node instanceof YamlSequence sequence) {
      List<Tree> items = new ArrayList<>();
      for (YamlItem item : sequence.items()) {
        items.add(of(item.node(), text));
      }
      return new Items(items, properties);
    }
    List<Pair> pairs = new ArrayList<>();
    for (YamlEntry entry : ((YamlMapping) node).entries()) {
      pairs.add(new Pair(of(entry.key(), text), of(entry.value(), text)));
    }
    return new Entries(pairs, properties);
  }

  /**
   * Returns the tree of a value as {@link YamlEditor} takes them.
   *
   * @throws EditRefused if the value has another type
   */
  static Tree of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      List<Pair> pairs = new ArrayList<>();
      map.forEach((k, v) -> pairs.add(new Pair(key(String.valueOf(k)), of(v))));
      return new Entries(pairs, "");
    }
    if (value instanceof List<?> list) {
      List<Tree> items = new ArrayList<>();
      list.forEach(v -> items.add(of(v)));
      return new Items(items, "");
    }
    return new Leaf(scalar(value), "");
  }

  private static ScalarValue scalar(@Nullable Object value) {
    if (value == null) {
      return new ScalarValue.Null();
    }
    if (value instanceof String text) {
      return new ScalarValue.Str(text);
    }
    if (value instanceof Boolean bool) {
      return new ScalarValue.Bool(bool);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return new ScalarValue.Int(new BigInteger(value.toString()));
    }
    throw new EditRefused("A value of " + value.getClass().getSimpleName() + " cannot be written.");
  }

  /** Tells whether two trees are equal; see {@link ScalarValue#same}. */
  static boolean same(Tree a, Tree b) {
    if (a instanceof Leaf one && b instanceof Leaf other) {
      return one.value.same(other.value) && one.properties.equals(other.properties);
    }
    if (a instanceof Ref one && b instanceof Ref other) {
      return one.name.equals(other.name);
    }
    if (a instanceof Items one && b instanceof Items other) {
      return one.properties.equals(other.properties) && sameItems(one.list, other.list);
    }
    return a instanceof Entries one
        && b instanceof Entries other
        && one.properties.equals(other.properties)
        && sameEntries(one.list, other.list);
  }

  private static boolean sameItems(List<Tree> a, List<Tree> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = same(a.get(i), b.get(i));
    }
    return same;
  }

  private static boolean sameEntries(List<Pair> a, List<Pair> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = same(a.get(i).key, b.get(i).key) && same(a.get(i).value, b.get(i).value);
    }
    return same;
  }

  /** Returns the tree of a key that is a string. */
  static Tree key(String name) {
    return new Leaf(new ScalarValue.Str(name), "");
  }

  /** Returns this tree with {@code change} made to the part that the indexes lead to. */
  default Tree at(List<Integer> indexes, UnaryOperator<Tree> change) {
    if (indexes.isEmpty()) {
      return change.apply(this);
    }
    int index = indexes.get(0);
    List<Integer> rest = indexes.subList(1, indexes.size());
    if (this instanceof Items items) {
      List<Tree> list = new ArrayList<>(items.list);
      list.set(index, list.get(index).at(rest, change));
      return new Items(list, items.properties);
    }
    Entries entries = (Entries) this;
    List<Pair> list = new ArrayList<>(entries.list);
    Pair pair = list.get(index);
    list.set(index, new Pair(pair.key, pair.value.at(rest, change)));
    return new Entries(list, entries.properties);
  }

  /** Returns this collection without its part at {@code index}. */
  default Tree without(int index) {
    if (this instanceof Items items) {
      List<Tree> list = new ArrayList<>(items.list);
      list.remove(index);
      return new Items(list, items.properties);
    }
    Entries entries = (Entries) this;
    List<Pair> list = new ArrayList<>(entries.list);
    list.remove(index);
    return new Entries(list, entries.properties);
  }

  /** Returns this mapping (or what is to become one) with another entry behind its last one. */
  default Tree with(Pair pair) {
    List<Pair> list = new ArrayList<>();
    String properties = "";
    if (this instanceof Entries entries) {
      list.addAll(entries.list);
      properties = entries.properties;
    }
    list.add(pair);
    return new Entries(list, properties);
  }

  /** Returns this sequence (or what is to become one) with another item behind its last one. */
  default Tree with(Tree item) {
    List<Tree> list = new ArrayList<>();
    String properties = "";
    if (this instanceof Items items) {
      list.addAll(items.list);
      properties = items.properties;
    }
    list.add(item);
    return new Items(list, properties);
  }

  /** Returns this mapping with another key at {@code index}. */
  default Tree renamed(int index, String name) {
    Entries entries = (Entries) this;
    List<Pair> list = new ArrayList<>(entries.list);
    list.set(index, new Pair(key(name), list.get(index).value));
    return new Entries(list, entries.properties);
  }
}
