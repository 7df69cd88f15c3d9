package io.patronilint.rules.support;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells standby clusters, which start in another way than others. */
public final class StandbyClusters {

  private StandbyClusters() {}

  /**
   * Returns {@code standby_cluster} of the dynamic configuration or of {@code bootstrap.dcs} if it
   * makes a standby cluster.
   */
  public static Optional<ConfigNode> of(Node node) {
    return DynamicConfig.of(node)
        .at("standby_cluster")
        .filter(StandbyClusters::follows)
        .or(
            () ->
                node.local()
                    .at("bootstrap", "dcs", "standby_cluster")
                    .filter(StandbyClusters::follows));
  }

  /** Source: {@code GlobalConfig.is_standby_cluster}. */
  public static boolean follows(ConfigNode section) {
    return section.isMapping()
        && Stream.of("host", "port", "restore_command")
            .map(section::child)
            .flatMap(Optional::stream)
            .anyMatch(ConfigNode::truthy);
  }

  /**
   * Returns the custom bootstrap method that Patroni runs for {@code node}.
   *
   * <p>A standby cluster never runs one: {@code Ha.bootstrap} copies the remote primary or runs a
   * replica method instead.
   */
  public static Optional<BootstrapMethod> bootstrapMethod(Node node) {
    return BootstrapMethod.of(node)
        .filter(BootstrapMethod::runs)
        .filter(method -> of(node).isEmpty());
  }
}
