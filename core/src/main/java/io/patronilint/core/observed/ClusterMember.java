package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import java.util.Locale;

/**
 * A member as {@code patronictl list} shows it.
 *
 * @param name its name
 * @param role its role as printed, for instance {@code Leader} or {@code Sync Standby}
 * @param state the state of PostgreSQL as printed, for instance {@code running}
 * @param timeline its timeline, or 0 if none is printed
 * @param location its line
 */
public record ClusterMember(
    String name, String role, String state, int timeline, Location location) {

  /** Tells whether it holds the leader key, also in a standby cluster. */
  public boolean leads() {
    String lower = role.toLowerCase(Locale.ROOT);
    return lower.equals("leader") || lower.equals("standby leader") || lower.equals("master");
  }

  /** Tells whether PostgreSQL runs there. */
  public boolean running() {
    return switch (state.toLowerCase(Locale.ROOT)) {
      case "running", "streaming", "in archive recovery" -> true;
      default -> false;
    };
  }
}
