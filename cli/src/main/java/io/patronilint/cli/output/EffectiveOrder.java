package io.patronilint.cli.output;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which people look for settings; Patroni's own is that of its defaults. */
final class EffectiveOrder {

  private static final List<String> FIRST =
      List.of(
          "scope",
          "namespace",
          "name",
          "ttl",
          "loop_wait",
          "retry_timeout",
          "log",
          "restapi",
          "ctl",
          "etcd",
          "etcd3",
          "consul",
          "zookeeper",
          "exhibitor",
          "kubernetes",
          "raft",
          "citus");

  private static final List<String> LAST =
      List.of("standby_cluster", "bootstrap", "postgresql", "watchdog", "tags");

  private EffectiveOrder() {}

  /**
   * Sorts the root, and leaves out what says nothing: sections that hold nothing but empty
   * defaults, and what Patroni copies from the root into the section postgresql.
   */
  static Mapping sorted(Mapping configuration) {
    Mapping root = withoutCopies(configuration);
    List<Map.Entry<ScalarValue, Value>> entries = new ArrayList<>(root.entries());
    entries.removeIf(entry -> EffectiveText.isEmptyDefault(entry.getValue()));
    entries.sort(Comparator.comparingInt(entry -> rank(entry.getKey().text())));
    Mapping.Builder sorted = Mapping.builder(root.origin());
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted.build();
  }

  private static Mapping withoutCopies(Mapping root) {
    if (!(root.get("postgresql") instanceof Mapping postgresql)) {
      return root;
    }
    Mapping.Builder section = postgresql.toBuilder();
    for (Map.Entry<ScalarValue, Value> entry : postgresql.entries()) {
      Value original = root.get(entry.getKey());
      if (original != null && original.origin().equals(entry.getValue().origin())) {
        section.remove(entry.getKey());
      }
    }
    return root.toBuilder().put("postgresql", section.build()).build();
  }

  private static int rank(String key) {
    int first = FIRST.indexOf(key);
    int last = LAST.indexOf(key);
    if (first >= 0) {
      return first;
    }
    return FIRST.size() + last + 1;
  }
}
