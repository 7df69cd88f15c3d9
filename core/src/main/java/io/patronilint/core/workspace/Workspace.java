package io.patronilint.core.workspace;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is checked together.
 *
 * @param base the folder that relative paths start from, or null if nothing comes from disk
 * @param files every file that was read, in the order of their paths
 * @param clusters the clusters they make up
 */
public record Workspace(@Nullable Path base, List<SourceFile> files, List<Cluster> clusters) {

  /** Copies the lists. */
  public Workspace {
    files = List.copyOf(files);
    clusters = List.copyOf(clusters);
  }

  /** Finds and reads what {@code paths} (files and directories) hold. */
  public static Workspace of(Path... paths) {
    return WorkspaceLoader.builder().paths(List.of(paths)).load();
  }

  /** Tells whether nothing was recognised. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** Returns all nodes of all clusters. */
  public List<Node> nodes() {
    return clusters.stream().flatMap(cluster -> cluster.nodes().stream()).toList();
  }
}
