package io.patronilint.core.yaml;

import io.patronilint.core.yaml.YamlMapping.Duplicate;
import io.patronilint.core.yaml.YamlMapping.EffectiveEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out which entries of a mapping count: PyYAML's {@code flatten_mapping} and the dict that is
 * made of its result.
 *
 * <p>PyYAML puts all merged entries before the own ones; of a list of mappings the first one wins,
 * of several merge keys the last one. A dict keeps the place of the first of equal keys and the
 * value of the last one.
 */
final class MergeKeys {

  /** Up to this size comparing all pairs of keys is cheaper than hashing them. */
  private static final int SMALL = 8;

  /** Merging merged mappings again and again can grow beyond any bound. */
  private static final int MAX_MERGED = 2_000_000;

  private int merged;
  private @Nullable String ownAnchor;

  /** What came out. */
  record Result(List<EffectiveEntry> effective, List<Duplicate> duplicates) {}

  /**
   * Works out what counts.
   *
   * @param entries the entries as written, all with keys that can be hashed
   * @param anchor the mapping's own anchor; merging itself adds nothing to it
   * @throws Refusal if a merge key has a value that cannot be merged
   */
  Result flatten(List<YamlEntry> entries, @Nullable String anchor) {
    ownAnchor = anchor;
    if (entries.size() <= SMALL && isSimple(entries)) {
      List<EffectiveEntry> effective = new ArrayList<>(entries.size());
      for (YamlEntry entry : entries) {
        effective.add(new EffectiveEntry(entry, null));
      }
      return new Result(effective, List.of());
    }
    Map<Object, EffectiveEntry> effective = new LinkedHashMap<>();
    for (YamlEntry entry : entries) {
      if (entry.isMerge()) {
        merge(entry.value(), effective);
      }
    }
    Map<Object, YamlEntry> own = new LinkedHashMap<>();
    List<YamlEntry> lost = new ArrayList<>();
    for (YamlEntry entry : entries) {
      if (!entry.isMerge()) {
        Object key = key(entry);
        effective.put(key, new EffectiveEntry(entry, null));
        YamlEntry earlier = own.put(key, entry);
        if (earlier != null) {
          lost.add(earlier);
        }
      }
    }
    return new Result(new ArrayList<>(effective.values()), duplicates(lost, own));
  }

  private static List<Duplicate> duplicates(List<YamlEntry> lost, Map<Object, YamlEntry> own) {
    List<Duplicate> duplicates = new ArrayList<>(lost.size());
    for (YamlEntry entry : lost) {
      YamlEntry kept = own.get(key(entry));
      if (kept != null) {
        duplicates.add(new Duplicate(entry, kept));
      }
    }
    return duplicates;
  }

  /** Tells whether all keys are different strings, as nearly always. */
  private static boolean isSimple(List<YamlEntry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      String name = stringKey(entries.get(i));
      if (name == null) {
        return false;
      }
      for (int k = 0; k < i; k++) {
        if (name.equals(stringKey(entries.get(k)))) {
          return false;
        }
      }
    }
    return true;
  }

  private static @Nullable String stringKey(YamlEntry entry) {
    return entry.key().resolved() instanceof YamlScalar scalar
            && scalar.value() instanceof ScalarValue.Str text
        ? text.text()
        : null;
  }

  private static Object key(YamlEntry entry) {
    return PyKeys.of(((YamlScalar) entry.key().resolved()).value());
  }

  private void merge(YamlNode value, Map<Object, EffectiveEntry> into) {
    YamlNode node = YamlAlias.finished(value);
    if (node instanceof YamlMapping mapping) {
      mergeMapping(mapping, into);
    } else if (node instanceof YamlSequence sequence) {
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        YamlNode item = sequence.items().get(i).node();
        if (YamlAlias.finished(item) instanceof YamlMapping mapping) {
          mergeMapping(mapping, into);
        } else if (!isItself(item)) {
          refuseUnfinished(item);
          throw new Refusal(
              YamlProblem.Kind.VALUE,
              item.span(),
              "The merge key << can only merge mappings, and this item of its list is none.");
        }
      }
    } else if (!isItself(value)) {
      refuseUnfinished(value);
      throw new Refusal(
          YamlProblem.Kind.VALUE,
          value.span(),
          "The merge key << wants a mapping or a list of mappings, and this value is neither.");
    }
  }

  private boolean isItself(YamlNode node) {
    return node instanceof YamlAlias alias
        && YamlAlias.finished(alias) == null
        && alias.name().equals(ownAnchor);
  }

  /** PyYAML makes a structure without end of it; nobody can want that. */
  private static void refuseUnfinished(YamlNode node) {
    if (YamlAlias.finished(node) == null) {
      throw new Refusal(
          YamlProblem.Kind.VALUE,
          node.span(),
          "The merge key << merges a collection that it stands in.");
    }
  }

  private void mergeMapping(YamlMapping mapping, Map<Object, EffectiveEntry> into) {
    merged += mapping.effective().size();
    if (merged > MAX_MERGED) {
      throw new Refusal(
          YamlProblem.Kind.LIMIT,
          mapping.span(),
          "The merge keys of this file merge more than " + MAX_MERGED + " entries.");
    }
    for (EffectiveEntry entry : mapping.effective()) {
      YamlMapping origin = entry.mergedFrom() == null ? mapping : entry.mergedFrom();
      into.put(key(entry.entry()), new EffectiveEntry(entry.entry(), origin));
    }
  }
}
