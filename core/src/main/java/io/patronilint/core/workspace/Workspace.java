package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.finding.FileEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is checked together: the files that were read, and the clusters they make up. */
public final class Workspace {

  private final LoadOptions options;
  private final Found found;
  private final List<SourceFile> files;
  private final List<Cluster> clusters;

  private Workspace(LoadOptions options, Found found, List<Cluster> clusters) {
    this.options = options;
    this.found = found;
    this.files = List.copyOf(found.allFiles());
    this.clusters = List.copyOf(clusters);
  }

  static Workspace assemble(LoadOptions options, Found found) {
    return new Workspace(options, found, new Assembler(options, found).clusters());
  }

  /** Finds and reads what {@code paths} (files and directories) hold. */
  public static Workspace of(Path... paths) {
    return WorkspaceLoader.builder().paths(List.of(paths)).load();
  }

  /** Returns the folder that reported paths are relative to. */
  public Path base() {
    return options.base();
  }

  /** Returns every file that was read, in the order of their paths. */
  public List<SourceFile> files() {
    return files;
  }

  /** Returns the clusters, in the order of their first file. */
  public List<Cluster> clusters() {
    return clusters;
  }

  /** Returns all nodes of all clusters. */
  public List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (Cluster cluster : clusters) {
      nodes.addAll(cluster.nodes());
    }
    return nodes;
  }

  /** Tells whether nothing was recognised. */
  public boolean isEmpty() {
    return files().isEmpty();
  }

  /** Returns this workspace meant for other versions. */
  public Workspace withTarget(Target target) {
    return assemble(options.withTarget(target), found);
  }

  /**
   * Returns the workspace as it would be with {@code edits} made; nothing is written.
   *
   * @throws IllegalArgumentException if edits of one file overlap
   */
  public Workspace apply(List<FileEdit> edits) {
    return edits.isEmpty() ? this : assemble(options, found.apply(edits));
  }
}
