package io.patronilint.rules.host;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Host;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.List;

/**
 * Flags an address to listen on that none of the machine's network interfaces has.
 *
 * <p>Source: bind(2) fails with "Cannot assign requested address", unless {@code ip_nonlocal_bind}
 * is set; {@code RestApiServer} then ends Patroni, and PostgreSQL does not start without any
 * socket.
 */
public final class AddressNotHere implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/address-not-here",
          Severity.WARNING,
          "The machine does not have the address that is to be listened on");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    for (String section : List.of("restapi", "postgresql")) {
      for (ListenAddress address : ListenAddress.of(node, section)) {
        if (!address.isOf(host)) {
          findings.add(
              address.setting().finding(),
              "This machine has no address "
                  + address.text()
                  + ": "
                  + (section.equals("restapi") ? "Patroni" : "PostgreSQL")
                  + " cannot listen on it (Cannot assign requested address).");
        }
      }
    }
  }
}
