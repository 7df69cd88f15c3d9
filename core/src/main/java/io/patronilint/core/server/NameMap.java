package io.patronilint.core.server;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters by name while Patroni works on them: its {@code CaseInsensitiveDict}, which keeps the
 * spelling of the name that was set last, or a plain dict. Not thread-safe.
 */
final class NameMap {

  /** A parameter under the name that was set last. */
  record Entry(ScalarValue key, Value value) {
    String name() {
      return key.text();
    }
  }

  private final boolean anyCase;
  private final Map<ScalarValue, Entry> entries = new LinkedHashMap<>();

  private NameMap(boolean anyCase) {
    this.anyCase = anyCase;
  }

  /** Makes an empty {@code CaseInsensitiveDict}. */
  static NameMap anyCase() {
    return new NameMap(true);
  }

  /** Copies a dict. */
  static NameMap dict(Mapping mapping) {
    NameMap copy = new NameMap(false);
    mapping.entries().forEach(e -> copy.put(e.getKey(), e.getValue()));
    return copy;
  }

  /** Returns a copy of the same kind. */
  NameMap copy() {
    NameMap copy = new NameMap(anyCase);
    copy.entries.putAll(entries);
    return copy;
  }

  private ScalarValue key(ScalarValue key) {
    return anyCase ? new ScalarValue.Str(key.text().toLowerCase(Locale.ROOT)) : key;
  }

  /** Sets a parameter; returns the one that it replaces, or null. */
  @Nullable Entry put(ScalarValue name, Value value) {
    return entries.put(key(name), new Entry(name, value));
  }

  /** Sets a parameter. */
  @Nullable Entry put(String name, Value value) {
    return put(new ScalarValue.Str(name), value);
  }

  /** Sets a parameter that is not there. */
  void setDefault(String name, Value value) {
    if (!has(name)) {
      put(name, value);
    }
  }

  @Nullable Value get(String name) {
    Entry entry = entries.get(key(new ScalarValue.Str(name)));
    return entry == null ? null : entry.value();
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** Takes a parameter out and returns it, or null if it is not there. */
  @Nullable Value pop(String name) {
    Entry entry = entries.remove(key(new ScalarValue.Str(name)));
    return entry == null ? null : entry.value();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns the parameters in the order in which they were first set. */
  Collection<Entry> entries() {
    return entries.values();
  }

  /**
   * Returns the parameters in the order of {@code sorted(items())}.
   *
   * @throws PythonError if a name is not a string
   */
  List<Entry> sorted() {
    List<Entry> sorted = new ArrayList<>(entries.values());
    for (Entry entry : sorted) {
      if (entry.key().type() != ScalarType.STR) {
        String error = sorted.size() > 1 ? "TypeError" : "AttributeError";
        throw new PythonError(error, "the parameter name is not a string", entry.value().origin());
      }
    }
    sorted.sort((a, b) -> PyStr.order().compare(a.name(), b.name()));
    return sorted;
  }
}
