package io.patronilint.rules.host;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.Listener;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;

/**
 * Flags a port that some program listens on already.
 *
 * <p>Source: bind(2) fails with "Address already in use". Which program it is cannot be told: while
 * the node runs it is Patroni or PostgreSQL itself, so that this is information unless the program
 * belongs to another user than the data directory.
 */
public final class PortInUse implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/port-in-use", Severity.ERROR, "A port that is to be listened on is taken already");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    for (String section : List.of("restapi", "postgresql")) {
      for (ListenAddress address : ListenAddress.of(node, section)) {
        Optional<Listener> taken =
            host.listeners().orElse(List.of()).stream().filter(l -> clash(l, address)).findFirst();
        if (taken.isPresent()) {
          report(node, host, address, taken.get(), findings);
          break;
        }
      }
    }
  }

  private static boolean clash(Listener listener, ListenAddress address) {
    boolean all = address.host() == null || listener.address().isAnyLocalAddress();
    return listener.port() == address.port() && (all || listener.address().equals(address.host()));
  }

  private static void report(
      Node node, Host host, ListenAddress address, Listener taken, Findings findings) {
    boolean foreign = PatroniUser.of(node, host).filter(u -> u.uid() != taken.uid()).isPresent();
    findings.add(
        address.setting().finding().severity(foreign ? Severity.ERROR : Severity.INFO),
        "Port "
            + address.port()
            + " is listened on already, by a program of "
            + host.account(taken.uid()).name()
            + (foreign
                ? ": it cannot be this node (Address already in use)."
                : "; unless it is this node itself, which runs, it cannot start."));
  }
}
