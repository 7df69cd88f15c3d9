package io.patronilint.rules.support;

import io.patronilint.core.effective.RecoveryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The targets among recovery parameters. */
final class RecoveryTargets {

  private static final List<String> FALSE = List.of("false", "off", "no", "0", "f", "n");

  private RecoveryTargets() {}

  /** Returns the names of the parameters that are targets; PostgreSQL takes one at most. */
  static List<String> of(Map<String, String> recovery) {
    List<String> targets = new ArrayList<>();
    for (String name : recovery.keySet()) {
      if (RecoveryParameters.targets().contains(name)) {
        targets.add(name);
      }
    }
    return targets;
  }

  /**
   * Returns the options of {@code pgbackrest restore} for the target {@code name}. Without the
   * action promote PostgreSQL would shut down at the target and Patroni give up.
   */
  static List<String> pgBackRest(Map<String, String> recovery, String name) {
    if (name.equals("recovery_target")) {
      return List.of("--type=immediate", "--target-action=promote");
    }
    List<String> options = new ArrayList<>();
    options.add("--type=" + name.substring("recovery_target_".length()));
    options.add("--target=" + recovery.get(name));
    String timeline = recovery.get("recovery_target_timeline");
    if (timeline != null) {
      options.add("--target-timeline=" + timeline);
    }
    String inclusive = recovery.getOrDefault("recovery_target_inclusive", "");
    if (FALSE.contains(inclusive.toLowerCase(Locale.ROOT))) {
      options.add("--target-exclusive");
    }
    options.add("--target-action=promote");
    return options;
  }
}
