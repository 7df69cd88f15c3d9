package io.patronilint.core.rule;

import io.patronilint.core.host.Host;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;

/**
 * Looks for one thing that is wrong.
 *
 * <p>Implement the method of the smallest scope that has what the rule needs. A rule holds no state
 * and may be called by several threads at once.
 */
public interface Rule {

  /** Returns what is to be known of the rule. */
  RuleInfo info();

  /** Looks at one file by itself; called for every file of the workspace that has a text. */
  default void checkFile(SourceFile file, Findings findings) {}

  /** Looks at one node: its local configuration with all companions. */
  default void checkNode(Node node, Findings findings) {}

  /** Looks at the members of one cluster together. */
  default void checkCluster(Cluster cluster, Findings findings) {}

  /**
   * Looks at the machine that one node runs on; called only if the linter was given one.
   *
   * @param node the node
   * @param host the machine; to be looked at, never changed
   */
  default void checkHost(Node node, Host host, Findings findings) {}
}
