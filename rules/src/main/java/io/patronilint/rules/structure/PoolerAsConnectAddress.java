package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Address;
import io.patronilint.rules.support.Templates;
import java.util.Optional;
import java.util.Set;

/**
 * Flags {@code postgresql.connect_address} with the port of a connection pooler.
 *
 * <p>Source: {@code Member.conn_kwargs}: replicas stream from the address that the leader has in
 * the DCS; {@code proxy_address} is published for clients beside it.
 */
public final class PoolerAsConnectAddress implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/pooler-as-connect-address",
          Severity.ERROR,
          "Replicas are sent to another port than the one that PostgreSQL listens on");

  /** Where PgBouncer, Odyssey, PgCat and Pgpool-II listen unless told otherwise. */
  private static final Set<String> POOLERS = Set.of("6432", "9999", "6543");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode connect = node.local().at("postgresql", "connect_address").orElse(null);
    ConfigNode listen = node.local().at("postgresql", "listen").orElse(null);
    if (connect == null || listen == null) {
      return;
    }
    Optional<Address> to = address(connect);
    Optional<Address> at = address(listen);
    if (to.isEmpty() || at.isEmpty()) {
      return;
    }
    String outside = port(to.get());
    String inside = port(at.get());
    if (outside.equals(inside)) {
      return;
    }
    boolean pooler = POOLERS.contains(outside);
    findings.add(
        Finding.at(connect.location())
            .path(connect.path())
            .severity(pooler ? Severity.ERROR : Severity.INFO)
            .related(listen.location(), "the port of PostgreSQL"),
        "Replicas stream from port "
            + outside
            + ", the one of postgresql.connect_address, but PostgreSQL listens on "
            + inside
            + (pooler
                ? ". A pooler refuses replication connections; its address belongs to"
                    + " postgresql.proxy_address."
                : ". That is right only if something passes the connections on unchanged."));
  }

  private static Optional<Address> address(ConfigNode setting) {
    return setting
        .text()
        .filter(t -> !Templates.unrendered(t))
        .map(t -> Address.of(t.strip()))
        .filter(a -> a.port() == null || a.hasValidPort());
  }

  private static String port(Address address) {
    return address.port() == null ? "5432" : address.port();
  }
}
