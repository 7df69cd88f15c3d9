package io.patronilint.rules.support;

import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.model.ConfigNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping of recovery parameters, whose names are found in any case.
 *
 * @param settings the entries by lower-case name, in order; the last of a name wins
 */
public record RecoverySection(Map<String, ConfigNode> settings) {

  /** Reads {@code section}; empty if it is no mapping. */
  public static RecoverySection of(ConfigNode section) {
    Map<String, ConfigNode> settings = new LinkedHashMap<>();
    if (section.isMapping()) {
      section.children().forEach(c -> settings.put(c.key().toLowerCase(Locale.ROOT), c));
    }
    return new RecoverySection(settings);
  }

  /** Returns the entry called {@code name}. */
  public Optional<ConfigNode> get(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** Returns the value of {@code name} as text; empty if it is null or missing. */
  public Optional<String> text(String name) {
    return get(name).flatMap(ConfigNode::text);
  }

  /** Tells whether {@code name} has a value that is neither null nor an empty string. */
  public boolean isSet(String name) {
    return text(name).filter(value -> !value.isBlank()).isPresent();
  }

  /** Tells whether {@code name} is a value that Patroni's {@code parse_bool} takes for true. */
  public boolean isTrue(String name) {
    String value = text(name).orElse("").strip().toLowerCase(Locale.ROOT);
    return List.of("on", "true", "yes", "1").contains(value);
  }

  /** Returns the recovery targets that have a value, in the order in which they stand. */
  public List<ConfigNode> targets() {
    return settings.entrySet().stream()
        .filter(e -> RecoveryParameters.targets().contains(e.getKey()) && isSet(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
