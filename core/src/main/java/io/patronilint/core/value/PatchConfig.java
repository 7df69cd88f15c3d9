package io.patronilint.core.value;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** {@code patch_config} and {@code deep_compare} of {@code patroni/utils.py}. */
public final class PatchConfig {

  private final BiConsumer<Value, @Nullable Value> lost;

  /** What was merged into the mappings of documents, each known by its node. */
  private final IdentityHashMap<YamlNode, List<Mapping>> merged = new IdentityHashMap<>();

  /** The mappings that something was merged into, as they are now. */
  private final IdentityHashMap<Mapping, Boolean> results = new IdentityHashMap<>();

  private PatchConfig(BiConsumer<Value, @Nullable Value> lost) {
    this.lost = lost;
  }

  /**
   * Returns {@code config} with {@code data} merged in: mappings key by key, everything else
   * replaced, and a null takes a key away. A value that prints as the old one changes nothing.
   *
   * <p>Python changes mappings in place, so that what is merged into one that has aliases shows at
   * all of them.
   *
   * @param lost takes each value that is replaced and what replaces it, null if it is only taken
   *     away
   */
  public static Mapping patch(
      Mapping config, Mapping data, BiConsumer<Value, @Nullable Value> lost) {
    PatchConfig patch = new PatchConfig(lost);
    Mapping patched = patch.patch(config, data);
    boolean aliases =
        patch.merged.keySet().stream().anyMatch(node -> node.anchor() != null)
            || patch.hasAliases(config);
    return aliases && patch.spread(patched) instanceof Mapping shared ? shared : patched;
  }

  private Mapping patch(Mapping config, Mapping data) {
    ConfigNode written = config.origin().node();
    if (written != null) {
      merged.computeIfAbsent(written.yaml().resolved(), n -> new ArrayList<>()).add(data);
    }
    Mapping.Builder patched = config.toBuilder();
    for (Map.Entry<ScalarValue, Value> entry : data.entries()) {
      ScalarValue name = entry.getKey();
      Value value = entry.getValue();
      Value old = patched.get(name);
      if (value.isNull()) {
        if (old != null) {
          lost.accept(old, null);
        }
        patched.remove(name);
      } else if (old instanceof Mapping base && value instanceof Mapping more) {
        patched.put(name, patch(base, more));
      } else if (old == null) {
        patched.put(name, value);
      } else if (value instanceof Mapping || !Python.str(old).equals(Python.str(value))) {
        lost.accept(old, value);
        patched.put(name, value);
      }
    }
    Mapping result = patched.build();
    results.put(result, true);
    return result;
  }

  private boolean hasAliases(Mapping config) {
    ConfigNode written = config.origin().node();
    return written != null && written.file().text().text().contains("<<");
  }

  /** Repeats what was merged into a mapping wherever else the same mapping stands. */
  private Value spread(Value value) {
    if (value instanceof Value.Sequence list) {
      return new Value.Sequence(list.items().stream().map(this::spread).toList(), list.origin());
    }
    if (!(value instanceof Mapping mapping)) {
      return value;
    }
    ConfigNode written = mapping.origin().node();
    List<Mapping> missing =
        written == null || results.containsKey(mapping)
            ? List.of()
            : merged.getOrDefault(written.yaml().resolved(), List.of());
    if (!missing.isEmpty()) {
      Mapping result = mapping;
      for (Mapping data : missing) {
        result = new PatchConfig((before, after) -> {}).patch(result, data);
      }
      return result;
    }
    Mapping.Builder spread = Mapping.builder(mapping.origin());
    mapping.entries().forEach(e -> spread.put(e.getKey(), spread(e.getValue())));
    return spread.build();
  }

  /** Tells whether all keys are the same and all values print the same. */
  public static boolean sameText(Mapping one, Mapping other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (Map.Entry<ScalarValue, Value> entry : one.entries()) {
      Value theirs = other.get(entry.getKey());
      Value value = entry.getValue();
      if (theirs == null) {
        return false;
      }
      boolean same =
          value instanceof Mapping mapping
              ? theirs instanceof Mapping more && sameText(mapping, more)
              : Python.str(value).equals(Python.str(theirs));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
