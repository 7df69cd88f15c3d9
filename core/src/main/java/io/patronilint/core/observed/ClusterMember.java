package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import java.util.Locale;

/**
 * A member as {@code patronictl list} shows it.
 *
 * @param name its name
 * @param address its host, with a port where that is not the usual one; empty if not printed
 * @param role its role as printed, for instance {@code Leader} or {@code Sync Standby}
 * @param state the state of PostgreSQL as printed, for instance {@code running}
 * @param timeline its timeline, or 0 if none is printed
 * @param location its line
 */
public record ClusterMember(
    String name, String address, String role, String state, int timeline, Location location) {

  /** Returns the host of PostgreSQL. */
  public String host() {
    int colon = address.lastIndexOf(':');
    return colon > 0 && address.indexOf(':') == colon ? address.substring(0, colon) : address;
  }

  /** Returns the port of PostgreSQL. */
  public int port() {
    int colon = address.lastIndexOf(':');
    int port = MemberTable.number(address.substring(colon + 1));
    return colon > 0 && port > 0 ? port : 5432;
  }

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
