package io.patronilint.rules.support;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the sections of a node's configurations in which settings of PostgreSQL stand. */
public final class Sections {

  private Sections() {}

  /**
   * Returns every section {@code postgresql} that Patroni may read: of the local configuration, of
   * {@code bootstrap.dcs}, and of the dynamic configuration where it was given.
   */
  public static List<ConfigNode> postgresql(Node node) {
    List<ConfigNode> found = new ArrayList<>();
    node.local().at("postgresql").ifPresent(found::add);
    for (ConfigNode root : dynamic(node)) {
      root.child("postgresql").ifPresent(found::add);
    }
    return found;
  }

  /** Returns {@code bootstrap.dcs}, and the root of the dynamic configuration if it was given. */
  public static List<ConfigNode> dynamic(Node node) {
    List<ConfigNode> found = new ArrayList<>();
    node.local().at("bootstrap", "dcs").ifPresent(found::add);
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() == DynamicConfig.Source.GIVEN && dynamic.root() != null) {
      found.add(dynamic.root());
    }
    return found;
  }

  /** Returns {@code recovery_conf} of the custom bootstrap method that runs. */
  public static Optional<ConfigNode> bootstrapRecoveryConf(Node node) {
    return BootstrapMethod.of(node)
        .filter(BootstrapMethod::runs)
        .flatMap(BootstrapMethod::recoveryConf);
  }
}
