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
    ConfigNode given = given(node);
    if (given != null) {
      return new DynamicConfig(given, Source.GIVEN);
    }
    ConfigNode cache = cache(node);
    if (cache != null) {
      return new DynamicConfig(cache, Source.CACHE);
    }
    return new DynamicConfig(node.local().at("bootstrap", "dcs").orElse(null), Source.BOOTSTRAP);
  }

  /**
   * Returns what the DCS holds, if that is known and anything: what is no mapping is nothing for
   * Patroni ({@code ClusterConfig.from_node}).
   */
  static @Nullable ConfigNode given(Node node) {
    ConfigTree given = node.dcs() == DcsState.WIPED ? null : node.dynamic();
    ConfigNode root = given == null ? null : given.root();
    return root != null && root.isMapping() && root.truthy() ? root : null;
  }

  /** Returns the copy in the data directory, if it holds anything. */
  static @Nullable ConfigNode cache(Node node) {
    return node.dataDirectory() == null
        ? null
        : node.dataDirectory()
            .file("patroni.dynamic.json")
            .filter(f -> f.kind() == FileKind.DYNAMIC_CACHE)
            .map(f -> ConfigTree.of(f).root())
            .orElse(null);
  }

  /** Returns the value that {@code keys} lead to. */
  public Optional<ConfigNode> at(String... keys) {
    return root == null ? Optional.empty() : root.at(keys);
  }
}
