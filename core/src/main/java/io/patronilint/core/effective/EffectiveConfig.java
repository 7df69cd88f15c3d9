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
 * @param dynamic where the dynamic configuration comes from, and what it holds
 * @param ignored what is written and does not take effect as written, in the order of the files
 * @param failure why Patroni does not start with this configuration, or null
 */
public record EffectiveConfig(
    Node node,
    Mapping configuration,
    Mapping local,
    DynamicConfig dynamic,
    List<Ignored> ignored,
    @Nullable ConfigFailure failure) {

  /** Copies the list. */
  public EffectiveConfig {
    ignored = List.copyOf(ignored);
  }

  /** Returns the effective value that {@code keys} lead to. */
  public Optional<Value> at(String... keys) {
    return configuration.at(keys);
  }
}
