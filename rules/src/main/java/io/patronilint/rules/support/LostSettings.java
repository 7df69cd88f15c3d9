package io.patronilint.rules.support;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.effective.NewCluster;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.value.Origin;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is written in a node's files and does not take effect as written. */
public final class LostSettings {

  private static final Set<Origin.Source> DYNAMIC =
      EnumSet.of(Origin.Source.DYNAMIC, Origin.Source.CACHE, Origin.Source.BOOTSTRAP);

  private LostSettings() {}

  /**
   * A setting that is lost.
   *
   * @param setting the setting as it is written
   * @param ignored what becomes of it
   */
  public record Lost(ConfigNode setting, Ignored ignored) {

    /** Tells whether a dynamic configuration holds it, {@code bootstrap.dcs} included. */
    public boolean isDynamic() {
      return DYNAMIC.contains(ignored.origin().source());
    }

    /** Returns the place of the value that counts in its stead. */
    public Optional<Location> winner() {
      Origin winner = ignored.winner();
      return winner == null ? Optional.empty() : winner.place();
    }
  }

  /**
   * Returns the configurations that the files lead to: the one in force, and the one of a new
   * cluster, which {@code bootstrap.dcs} makes, where that is another.
   */
  public static List<EffectiveConfig> configurations(Node node) {
    EffectiveConfig inForce = EffectiveConfig.of(node);
    boolean same = inForce.dynamic().source() == DynamicConfig.Source.BOOTSTRAP;
    if (same || node.local().at("bootstrap", "dcs").isEmpty()) {
      return List.of(inForce);
    }
    return List.of(inForce, NewCluster.of(node));
  }

  /** Returns what is lost for {@code reason}, templates that are not filled in left out. */
  public static List<Lost> of(Node node, Ignored.Reason reason) {
    List<Lost> found = new ArrayList<>();
    boolean first = true;
    for (EffectiveConfig config : configurations(node)) {
      for (Ignored ignored : config.ignored()) {
        ConfigNode setting = ignored.origin().node();
        boolean again = !first && ignored.origin().source() == Origin.Source.LOCAL;
        if (ignored.reason() == reason && setting != null && !again && rendered(setting)) {
          found.add(new Lost(setting, ignored));
        }
      }
      first = false;
    }
    return found;
  }

  private static boolean rendered(ConfigNode setting) {
    return !Templates.unrendered(setting.key()) && !Templates.unrendered(setting.text().orElse(""));
  }
}
