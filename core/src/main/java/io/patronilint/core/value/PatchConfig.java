package io.patronilint.core.value;

import io.patronilint.core.yaml.ScalarValue;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** {@code patch_config} and {@code deep_compare} of {@code patroni/utils.py}. */
public final class PatchConfig {

  private PatchConfig() {}

  /**
   * Returns {@code config} with {@code data} merged in: mappings key by key, everything else
   * replaced, and a null takes a key away. A value that prints as the old one changes nothing.
   *
   * @param lost takes each value that is replaced and what replaces it, null if it is only taken
   *     away
   */
  public static Mapping patch(
      Mapping config, Mapping data, BiConsumer<Value, @Nullable Value> lost) {
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
        patched.put(name, patch(base, more, lost));
      } else if (old == null) {
        patched.put(name, value);
      } else if (value instanceof Mapping || !Python.str(old).equals(Python.str(value))) {
        lost.accept(old, value);
        patched.put(name, value);
      }
    }
    return patched.build();
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
