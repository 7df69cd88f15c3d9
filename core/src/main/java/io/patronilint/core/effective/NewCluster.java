package io.patronilint.core.effective;

import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import java.util.List;

/**
 * What a node would run with if it created its cluster now: with {@code bootstrap.dcs} as the
 * dynamic configuration, as {@code Bootstrap} and {@code Patroni.apply_dynamic_configuration} take
 * it for a DCS and a data directory that are empty.
 *
 * @param config the effective configuration of the new cluster
 */
public record NewCluster(EffectiveConfig config) {

  /** Works it out, once for each node. */
  public static EffectiveConfig of(Node node) {
    return node.derived(NewCluster.class, () -> new NewCluster(Resolution.of(emptied(node))))
        .config();
  }

  private static Node emptied(Node node) {
    return new Node(
        node.name(),
        node.local(),
        null,
        null,
        node.pgbackrest(),
        node.pgbackrestIncludes(),
        node.environment(),
        List.of(),
        DcsState.WIPED,
        node.target(),
        node.inferredFrom());
  }
}
