package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys have no case: {@code CaseInsensitiveDict}. The spelling that was set last is
 * the one that is shown.
 */
final class CaselessNames {

  private final Mapping start;
  private final Map<String, Map.Entry<String, Value>> entries = new LinkedHashMap<>();

  CaselessNames(Mapping start) {
    this.start = start;
    for (Map.Entry<ScalarValue, Value> entry : start.entries()) {
      put(entry.getKey().text(), entry.getValue());
    }
  }

  @Nullable Value get(String name) {
    Map.Entry<String, Value> entry = entries.get(lower(name));
    return entry == null ? null : entry.getValue();
  }

  /** Sets a value and returns the one that was there. */
  @Nullable Value put(String name, Value value) {
    Map.Entry<String, Value> old = entries.put(lower(name), Map.entry(name, value));
    return old == null ? null : old.getValue();
  }

  Mapping mapping() {
    Mapping.Builder mapping = Mapping.builder(start.origin());
    entries.values().forEach(entry -> mapping.put(entry.getKey(), entry.getValue()));
    return mapping.build();
  }

  /** Returns the value of {@code name}, in any case. */
  static @Nullable Value find(Mapping mapping, String name) {
    Value exact = mapping.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<ScalarValue, Value> entry : mapping.entries()) {
      if (lower(entry.getKey().text()).equals(lower(name))) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
