package io.patronilint.core.workspace;

import java.util.List;

/**
 * The nodes that share scope, namespace and Citus group.
 *
 * @param scope the scope, empty if no file names it
 * @param nodes its members, in the order of their files
 */
public record Cluster(String scope, List<Node> nodes) {

  /** Copies the list. */
  public Cluster {
    nodes = List.copyOf(nodes);
  }
}
