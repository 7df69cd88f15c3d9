package io.patronilint.core.model;

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
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    if (base != null) {
      base.children().forEach(child -> entries.put(child.key(), child));
    }
    for (ConfigNode child : data.children()) {
      ConfigNode old = entries.get(child.key());
      if (child.isNull()) {
        entries.remove(child.key());
      } else if (old != null && old.isMapping() && child.isMapping()) {
        entries.put(child.key(), patch(old, child));
      } else {
        entries.put(child.key(), child);
      }
    }
    List<ConfigNode> children = new ArrayList<>(entries.values());
    return data.withChildren(children);
  }
}
