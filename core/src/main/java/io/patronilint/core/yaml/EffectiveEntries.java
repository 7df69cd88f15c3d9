package io.patronilint.core.yaml;

import io.patronilint.core.yaml.YamlMapping.EffectiveEntry;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The entries of a mapping that count, with an index by name if they are many. */
final class EffectiveEntries extends AbstractList<EffectiveEntry> implements RandomAccess {

  /** Up to this size comparing names is as fast as hashing them. */
  private static final int SMALL = 12;

  private final EffectiveEntry[] entries;
  private final @Nullable Map<String, EffectiveEntry> byName;

  private EffectiveEntries(EffectiveEntry[] entries, @Nullable Map<String, EffectiveEntry> byName) {
    this.entries = entries;
    this.byName = byName;
  }

  /** Copies {@code entries}. */
  static EffectiveEntries copyOf(List<EffectiveEntry> entries) {
    if (entries instanceof EffectiveEntries same) {
      return same;
    }
    EffectiveEntry[] copy = entries.toArray(new EffectiveEntry[0]);
    if (copy.length <= SMALL) {
      return new EffectiveEntries(copy, null);
    }
    Map<String, EffectiveEntry> byName = new HashMap<>(copy.length * 2);
    for (EffectiveEntry entry : copy) {
      byName.putIfAbsent(entry.entry().name(), entry);
    }
    return new EffectiveEntries(copy, byName);
  }

  /** Returns the first entry with that name, or null. */
  @Nullable EffectiveEntry find(String name) {
    if (byName != null) {
      return byName.get(name);
    }
    for (EffectiveEntry entry : entries) {
      if (entry.entry().name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  @Override
  public EffectiveEntry get(int index) {
    return entries[index];
  }

  @Override
  public int size() {
    return entries.length;
  }
}
