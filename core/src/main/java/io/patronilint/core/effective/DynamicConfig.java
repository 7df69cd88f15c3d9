package io.patronilint.core.effective;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic configuration that a node will run with, as far as the files tell.
 *
 * <p>With the keys in the DCS gone, Patroni takes {@code patroni.dynamic.json} from the data
 * directory ({@code Config._load_cache}) and only without it {@code bootstrap.dcs} ({@code
 * Patroni.apply_dynamic_configuration}).
 *
 * @param root the mapping, or null if it is empty
 * @param source where it comes from
 */
public record DynamicConfig(@Nullable ConfigNode root, Source source) {

  /** Where the dynamic configuration comes from. */
  public enum Source {
    /** A file that holds what the DCS has. */
    GIVEN,
    /** {@code patroni.dynamic.json} in the data directory: a copy, perhaps an old one. */
    CACHE,
    /** {@code bootstrap.dcs}: true for a new cluster, a guess for one that exists. */
    BOOTSTRAP
  }

  /** Finds the dynamic configuration of {@code node}. */
  public static DynamicConfig of(Node node) {
    ConfigTree given = node.dynamic();
    if (given != null && node.dcs() != DcsState.WIPED) {
      return new DynamicConfig(given.root(), Source.GIVEN);
    }
    Optional<ConfigTree> cache = cache(node);
    if (cache.isPresent()) {
      return new DynamicConfig(cache.get().root(), Source.CACHE);
    }
    return new DynamicConfig(node.local().at("bootstrap", "dcs").orElse(null), Source.BOOTSTRAP);
  }

  private static Optional<ConfigTree> cache(Node node) {
    return node.dataDirectory() == null
        ? Optional.empty()
        : node.dataDirectory()
            .file("patroni.dynamic.json")
            .filter(f -> f.kind() == FileKind.DYNAMIC_CACHE && f.yaml().root() != null)
            .map(ConfigTree::of);
  }

  /** Returns the value that {@code keys} lead to. */
  public Optional<ConfigNode> at(String... keys) {
    return root == null ? Optional.empty() : root.at(keys);
  }
}
