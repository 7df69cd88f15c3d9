package io.patronilint.rules.recovery;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;

/** Tells what is known of a setting from what {@code bootstrap.dcs} only lets us guess. */
final class BootstrapGuess {

  private BootstrapGuess() {}

  /**
   * Tells whether a follower's {@code name} is taken from {@code bootstrap.dcs} although the
   * cluster may exist already: then it holds only if it stood there when the cluster was created.
   */
  static boolean decides(Node node, RecoverySettings settings, String name) {
    return node.dcs() != DcsState.WIPED
        && settings.dynamic().source() == DynamicConfig.Source.BOOTSTRAP
        && settings
            .dynamic()
            .at("standby_cluster", name)
            .filter(ConfigNode::truthy)
            .or(() -> settings.get(name))
            .filter(n -> n.path().startsWith("bootstrap.dcs."))
            .isPresent();
  }
}
