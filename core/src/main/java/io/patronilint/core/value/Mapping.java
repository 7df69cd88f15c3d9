package io.patronilint.core.value;

import io.patronilint.core.yaml.PyKeys;
import io.patronilint.core.yaml.ScalarValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dict: entries in the order in which they were first set. Immutable.
 *
 * <p>Keys are equal if Python takes them for equal: 1, 1.0 and True are one key.
 */
public final class Mapping implements Value {

  private final Map<Object, Map.Entry<ScalarValue, Value>> entries;
  private final Origin origin;

  private Mapping(Map<Object, Map.Entry<ScalarValue, Value>> entries, Origin origin) {
    this.entries = entries;
    this.origin = origin;
  }

  /** Starts an empty mapping. */
  public static Builder builder(Origin origin) {
    return new Builder(origin);
  }

  /** Starts a mapping with the entries and the origin of this one. */
  public Builder toBuilder() {
    Builder copy = new Builder(origin);
    copy.entries.putAll(entries);
    return copy;
  }

  /** Returns the value of the string {@code key}, or null. */
  public @Nullable Value get(String key) {
    Map.Entry<ScalarValue, Value> entry = entries.get(key);
    return entry == null ? null : entry.getValue();
  }

  /** Returns the value of {@code key}, or null. */
  public @Nullable Value get(ScalarValue key) {
    Map.Entry<ScalarValue, Value> entry = entries.get(PyKeys.of(key));
    return entry == null ? null : entry.getValue();
  }

  /** Returns the value that string keys lead to, through mappings only. */
  public Optional<Value> at(String... keys) {
    Value current = this;
    for (String key : keys) {
      Value next = current instanceof Mapping mapping ? mapping.get(key) : null;
      if (next == null) {
        return Optional.empty();
      }
      current = next;
    }
    return Optional.of(current);
  }

  /** Tells whether there is an entry for the string {@code key}. */
  public boolean has(String key) {
    return get(key) != null;
  }

  /** Returns the entries in order; keys need not be strings. */
  public Collection<Map.Entry<ScalarValue, Value>> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** Returns the number of entries. */
  public int size() {
    return entries.size();
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Mapping withOrigin(Origin other) {
    return new Mapping(entries, other);
  }

  @Override
  public boolean truthy() {
    return !entries.isEmpty();
  }

  @Override
  public boolean sameAs(Value other) {
    if (!(other instanceof Mapping mapping) || mapping.entries.size() != entries.size()) {
      return false;
    }
    for (Map.Entry<ScalarValue, Value> entry : entries.values()) {
      Value theirs = mapping.get(entry.getKey());
      if (theirs == null || !entry.getValue().sameAs(theirs)) {
        return false;
      }
    }
    return true;
  }

  /** Collects the entries of a mapping. Not thread-safe. */
  public static final class Builder {
    private final Map<Object, Map.Entry<ScalarValue, Value>> entries = new LinkedHashMap<>();
    private final Origin origin;

    private Builder(Origin origin) {
      this.origin = origin;
    }

    /** Sets an entry; one that was there keeps its key and its place in the order. */
    public Builder put(ScalarValue key, Value value) {
      Object identity = PyKeys.of(key);
      Map.Entry<ScalarValue, Value> old = entries.get(identity);
      entries.put(identity, Map.entry(old == null ? key : old.getKey(), value));
      return this;
    }

    /** Sets an entry whose key is a string. */
    public Builder put(String key, Value value) {
      return put(new ScalarValue.Str(key), value);
    }

    /** Takes an entry away. */
    public Builder remove(String key) {
      entries.remove(key);
      return this;
    }

    /** Takes an entry away. */
    public Builder remove(ScalarValue key) {
      entries.remove(PyKeys.of(key));
      return this;
    }

    /** Returns the value of the string {@code key} so far, or null. */
    public @Nullable Value get(String key) {
      Map.Entry<ScalarValue, Value> entry = entries.get(key);
      return entry == null ? null : entry.getValue();
    }

    /** Returns the value of {@code key} so far, or null. */
    public @Nullable Value get(ScalarValue key) {
      Map.Entry<ScalarValue, Value> entry = entries.get(PyKeys.of(key));
      return entry == null ? null : entry.getValue();
    }

    /** Tells whether there is an entry for the string {@code key} so far. */
    public boolean has(String key) {
      return entries.containsKey(key);
    }

    /** Makes the mapping. */
    public Mapping build() {
      return new Mapping(new LinkedHashMap<>(entries), origin);
    }
  }
}
