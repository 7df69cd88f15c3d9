package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what people read of a key in an editor. */
final class Descriptions {

  private Descriptions() {}

  /** Returns what the key is for, its unit, its default, its variables, its release. */
  static String of(PatroniKey key, @Nullable List<Integer> version) {
    List<String> parts = new ArrayList<>(List.of(key.words().about()));
    if (!key.allowed().unit().isEmpty()) {
      parts.add("Unit: " + key.allowed().unit() + ".");
    }
    String fallback = key.words().fallback();
    if (!fallback.isEmpty()) {
      boolean words = fallback.startsWith("(");
      parts.add(
          "Default: " + (words ? fallback.substring(1, fallback.length() - 1) : fallback) + ".");
    }
    Set<String> variables = new LinkedHashSet<>();
    for (EnvVariable variable : key.environment()) {
      if (version == null || variable.readBy(version)) {
        variables.add(variable.name());
      }
    }
    if (!variables.isEmpty()) {
      parts.add("Environment: " + String.join(", ", variables) + ".");
    }
    Releases since = key.life().since();
    if (since != null) {
      parts.add(
          since.unreleased() ? "In no release of Patroni yet." : "Since Patroni " + since + ".");
    }
    if (!key.words().wrong().isEmpty()) {
      parts.add(key.words().wrong());
    }
    return String.join(" ", parts);
  }

  /** Returns what to do instead of using the key; empty if there is nothing against it. */
  static String advice(PatroniKey key, @Nullable List<Integer> version) {
    Releases deprecated = key.life().deprecated();
    Releases removed = key.life().removed();
    String use = key.replacement().map(path -> " Use " + path + ".").orElse("");
    if (removed != null && (version == null || removed.holdsFor(version))) {
      return "Not read any more since Patroni " + removed + "." + use;
    }
    if (deprecated != null) {
      return version == null || deprecated.holdsFor(version)
          ? "Advised against since Patroni " + deprecated + "." + use
          : "";
    }
    return use.strip();
  }

  /** Returns the default as a value; null if there is none or it is no fixed one. */
  static @Nullable Object fallback(PatroniKey key) {
    String text = key.words().fallback();
    if (text.isEmpty() || text.startsWith("(")) {
      return null;
    }
    if (text.startsWith("[\"")) {
      return List.of(text.substring(2, text.length() - 2));
    }
    boolean words = key.types().get(0).kind() == ValueKind.STRING;
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (!words && text.matches("-?[0-9.]+")) {
      return TypeSchemas.number(Double.parseDouble(text));
    }
    return text;
  }
}
