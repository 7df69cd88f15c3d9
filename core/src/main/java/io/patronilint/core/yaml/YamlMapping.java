package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping.
 *
 * @param span from the first key or brace to behind the last value or brace
 * @param propertiesSpan anchor and tag before it, or null
 * @param anchor name of its anchor, or null
 * @param flow whether it is written in braces
 * @param entries all entries as written and in order, duplicates and merge keys included
 * @param effective what counts, as PyYAML constructs it: of equal keys the last one, merged entries
 *     before own ones and hidden by them, no merge keys
 * @param duplicates entries whose key comes again later in this very mapping (merge keys aside)
 */
public record YamlMapping(
    Span span,
    @Nullable Span propertiesSpan,
    @Nullable String anchor,
    boolean flow,
    List<YamlEntry> entries,
    List<EffectiveEntry> effective,
    List<Duplicate> duplicates)
    implements YamlNode {

  /**
   * An entry that counts.
   *
   * @param entry the entry
   * @param mergedFrom the mapping that it was merged from, or null if it is written here
   */
  public record EffectiveEntry(YamlEntry entry, @Nullable YamlMapping mergedFrom) {}

  /**
   * Two entries with equal keys.
   *
   * @param lost the earlier entry, which has no effect
   * @param kept the last entry with that key, which counts
   */
  public record Duplicate(YamlEntry lost, YamlEntry kept) {}

  /** Copies the lists. */
  public YamlMapping {
    entries = List.copyOf(entries);
    effective = EffectiveEntries.copyOf(effective);
    duplicates = List.copyOf(duplicates);
  }

  /** Returns the entry that counts for {@code name}, or null. */
  public @Nullable EffectiveEntry find(String name) {
    return EffectiveEntries.copyOf(effective).find(name);
  }
}
