package io.patronilint.rules.host;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.Optional;

/**
 * A setting of the effective configuration that names something of the machine.
 *
 * @param path its dotted path
 * @param text its value
 * @param place where it is written
 */
record Setting(String path, String text, Location place) {

  /** Returns the setting at {@code keys}; empty if it is not written in a file, or not a string. */
  static Optional<Setting> of(Node node, String... keys) {
    return EffectiveConfig.of(node).at(keys).flatMap(value -> of(value, String.join(".", keys)));
  }

  /** Returns the parameter of PostgreSQL, if a file sets it. */
  static Optional<Setting> parameter(Node node, String name) {
    return EffectiveConfig.of(node)
        .parameter(name)
        .flatMap(value -> of(value, "postgresql.parameters." + name));
  }

  private static Optional<Setting> of(Value value, String path) {
    String text = value.text().orElse("");
    Location place = value.origin().place().orElse(null);
    return text.isEmpty() || place == null || Templates.unrendered(text)
        ? Optional.empty()
        : Optional.of(new Setting(path, text, place));
  }

  /** Tells whether it names a path of this machine whatever folder Patroni is started in. */
  boolean isAbsolute() {
    return text.startsWith("/");
  }

  /** Starts a finding at it. */
  Finding.Builder finding() {
    return Finding.at(place).path(path);
  }
}
