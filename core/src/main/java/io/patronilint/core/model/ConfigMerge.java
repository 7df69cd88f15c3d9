package io.patronilint.core.model;

import io.patronilint.core.yaml.PyKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges configurations as {@code patch_config} of Patroni ({@code patroni/utils.py}) does. */
final class ConfigMerge {

  private ConfigMerge() {}

  /**
   * Returns {@code base} patched with {@code data}.
   *
   * <p>A null directly below a mapping that both have takes the key away; inside a mapping that is
   * new it stays, because Patroni then takes the mapping over as a whole.
   */
  static ConfigNode patch(@Nullable ConfigNode base, ConfigNode data) {
    if (!data.isMapping() || (base != null && !base.isMapping())) {
      return data;
    }
    Map<Object, ConfigNode> entries = new LinkedHashMap<>();
    if (base != null) {
      base.children().forEach(child -> entries.put(PyKeys.of(child.keyValue()), child));
    }
    for (ConfigNode child : data.children()) {
      Object key = PyKeys.of(child.keyValue());
      ConfigNode old = entries.get(key);
      if (child.isNull()) {
        entries.remove(key);
      } else if (old != null && old.isMapping() && child.isMapping()) {
        entries.put(key, patch(old, child));
      } else if (old == null || !printsAlike(old, child)) {
        entries.put(key, child);
      }
    }
    List<ConfigNode> children = new ArrayList<>(entries.values());
    return data.withChildren(children);
  }

  /** Patroni leaves a value alone if the new one prints the same, 5 and '5' for instance. */
  private static boolean printsAlike(ConfigNode old, ConfigNode child) {
    return old.scalar().isPresent()
        && child.scalar().isPresent()
        && old.scalar().get().text().equals(child.scalar().get().text());
  }
}
