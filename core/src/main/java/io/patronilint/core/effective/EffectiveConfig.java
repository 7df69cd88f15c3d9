package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that Patroni runs with on one node: {@code Config.copy()} of {@code
 * patroni/config.py} for the files at hand, and what became of everything else that is written.
 *
 * @param node the node
 * @param configuration the effective configuration; empty if {@code failure} says that there is
 *     none
 * @param local the local configuration, environment included, before it is merged
 * @param dynamic where the dynamic configuration comes from that is in force
 * @param settings the dynamic configuration in force, with the timeouts that Patroni works with;
 *     empty if there is none
 * @param ignored what is written and does not take effect as written, in the order of the files
 * @param failure why Patroni does not start with this configuration, or null
 * @param refused why Patroni dropped the whole dynamic configuration that it was given last, or
 *     null if it did not
 */
public record EffectiveConfig(
    Node node,
    Mapping configuration,
    Mapping local,
    DynamicConfig dynamic,
    Mapping settings,
    List<Ignored> ignored,
    @Nullable ConfigFailure failure,
    @Nullable ConfigFailure refused) {

  /** Copies the list. */
  public EffectiveConfig {
    ignored = List.copyOf(ignored);
  }

  /**
   * Works out the configuration of {@code node}, once for each node.
   *
   * <p>For the release of Patroni that the node is meant for, or else the newest one. A version
   * with two numbers stands for the last release of its series.
   */
  public static EffectiveConfig of(Node node) {
    return node.derived(EffectiveConfig.class, () -> Resolution.of(node));
  }

  /** Returns the release that stands for all if the version of Patroni is not known. */
  public static String newestRelease() {
    return Release.NEWEST.toString();
  }

  /** Returns the effective value of a parameter of PostgreSQL, whatever the case of its name. */
  public Optional<Value> parameter(String name) {
    return at("postgresql", "parameters")
        .map(p -> p instanceof Mapping mapping ? CaselessNames.find(mapping, name) : null);
  }

  /** Returns the effective value that {@code keys} lead to. */
  public Optional<Value> at(String... keys) {
    return configuration.at(keys);
  }
}
