package io.patronilint.core.model;

import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A configuration: one file, or fragments merged in order.
 *
 * @param files the files it was made of, in the order of merging; never empty
 * @param root its root; null if the files hold nothing or could not be read
 */
public record ConfigTree(List<SourceFile> files, @Nullable ConfigNode root) {

  /** Copies the list. */
  public ConfigTree {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a configuration comes from at least one file");
    }
  }

  /** Reads one file. */
  public static ConfigTree of(SourceFile file) {
    YamlNode root = file.yaml().root();
    return new ConfigTree(List.of(file), root == null ? null : ConfigNode.root(file, root));
  }

  /**
   * Merges fragments in the order given, as {@code patch_config} of Patroni does: mappings key by
   * key, everything else replaced, and a null takes a key of an earlier fragment away.
   */
  public static ConfigTree merge(List<SourceFile> files) {
    ConfigNode merged = null;
    for (SourceFile file : files) {
      YamlNode root = file.yaml().root();
      if (root != null) {
        ConfigNode next = ConfigNode.root(file, root);
        merged = ConfigMerge.patch(merged, next);
      }
    }
    return new ConfigTree(files, merged);
  }

  /** Returns the value that {@code keys} lead to. */
  public Optional<ConfigNode> at(String... keys) {
    return root == null ? Optional.empty() : root.at(keys);
  }
}
