package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Mappings that grow path by path. */
final class PathTree {

  private static final class Section {
    final Map<String, Object> entries = new LinkedHashMap<>();
    final Origin origin;

    Section(Origin origin) {
      this.origin = origin;
    }

    Mapping mapping() {
      Mapping.Builder mapping = Mapping.builder(origin);
      entries.forEach(
          (name, entry) ->
              mapping.put(name, entry instanceof Section inner ? inner.mapping() : (Value) entry));
      return mapping.build();
    }
  }

  private final Section root = new Section(Origin.byDefault());

  /** Sets the value at a dotted path. */
  void put(String path, Value value) {
    Section parent = section(path, value.origin());
    parent.entries.put(path.substring(path.lastIndexOf('.') + 1), value);
  }

  /** Sets a user of {@code bootstrap.users}, whose name may hold dots. */
  void putUser(String name, Mapping settings) {
    section("bootstrap.users.", settings.origin()).entries.put(name, settings);
  }

  /** Makes sure that the sections on the way to {@code path} are there. */
  Section section(String path, Origin origin) {
    Section current = root;
    int start = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
      String name = path.substring(start, dot);
      Object inner = current.entries.computeIfAbsent(name, n -> new Section(origin));
      if (!(inner instanceof Section next)) {
        throw EnvironmentConfig.notASection(name, origin);
      }
      current = next;
      start = dot + 1;
    }
    return current;
  }

  boolean hasSection(String name) {
    return root.entries.get(name) instanceof Section;
  }

  Mapping mapping() {
    return root.mapping();
  }
}
