package io.patronilint.core.value;

import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param source which of Patroni's sources holds it
 * @param node the value as it is written, or null where no document holds it
 * @param location the place of a variable in an environment file, or null
 * @param detail name of the variable, or what Patroni computed the value from; empty if there is
 *     nothing to say
 * @param was the value that Patroni replaced by this one, or null
 */
public record Origin(
    Source source,
    @Nullable ConfigNode node,
    @Nullable Location location,
    String detail,
    @Nullable Value was) {

  /** Patroni's sources of configuration. */
  public enum Source {
    /** patroni.yml, or a fragment of it. */
    LOCAL,
    /** A {@code PATRONI_*} variable. */
    ENVIRONMENT,
    /** The dynamic configuration, as the DCS holds it. */
    DYNAMIC,
    /** {@code patroni.dynamic.json} in the data directory. */
    CACHE,
    /** {@code bootstrap.dcs}, used as the dynamic configuration. */
    BOOTSTRAP,
    /** Patroni's own default. */
    DEFAULT,
    /** Patroni worked it out. */
    COMPUTED
  }

  /** Returns the origin of a value that {@code node} of a document holds. */
  public static Origin written(Source source, ConfigNode node) {
    return new Origin(source, node, null, "", null);
  }

  /** Returns the origin of a value that the variable {@code name} holds. */
  public static Origin variable(String name, Location place) {
    return new Origin(Source.ENVIRONMENT, null, place, name, null);
  }

  /** Returns the origin of Patroni's own defaults. */
  public static Origin byDefault() {
    return new Origin(Source.DEFAULT, null, null, "", null);
  }

  /** Returns the origin of a value that Patroni works out, for the reason {@code detail}. */
  public static Origin computed(String detail, @Nullable Value was) {
    return new Origin(Source.COMPUTED, null, null, detail, was);
  }

  /** Returns where the value is set: the key and what stands behind it. */
  public Optional<Location> place() {
    if (node != null) {
      return Optional.of(node.keyLocation());
    }
    return Optional.ofNullable(location);
  }
}
