package io.patronilint.rules.access;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags connections that demand TLS from a PostgreSQL that does not offer it.
 *
 * <p>Source: {@code ConfigHandler} hands {@code postgresql.authentication.*} to libpq, which is the
 * client; the server's {@code ssl} is off unless {@code postgresql.parameters} sets it.
 */
public final class TlsOnlyOnClient implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/tls-only-on-client",
          Severity.WARNING,
          "Patroni's connections demand TLS, and PostgreSQL is not told to offer it");

  private static final Set<String> DEMANDING = Set.of("require", "verify-ca", "verify-full");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    EffectiveConfig config = EffectiveConfig.of(node);
    boolean elsewhere =
        node.dataDirectory() != null
            || config.at("postgresql", "custom_conf").isPresent()
            || config.at("postgresql", "data_dir").isEmpty();
    if (elsewhere || isOn(config)) {
      return;
    }
    for (String user : List.of("superuser", "replication", "rewind")) {
      Value mode = config.at("postgresql", "authentication", user, "sslmode").orElse(null);
      String text = mode == null ? "" : mode.text().orElse("");
      Location place = mode == null ? null : mode.origin().place().orElse(null);
      if (place != null && DEMANDING.contains(text)) {
        findings.add(
            Finding.at(place).path("postgresql.authentication." + user + ".sslmode"),
            "The connections of "
                + user
                + " demand TLS ("
                + text
                + "), but PostgreSQL is not told to offer it: they are refused unless a file that is"
                + " not shown here has ssl = on. Set ssl, ssl_cert_file and ssl_key_file in"
                + " postgresql.parameters.");
      }
    }
  }

  private static boolean isOn(EffectiveConfig config) {
    String ssl = config.parameter("ssl").flatMap(Value::text).orElse("off");
    return Templates.unrendered(ssl)
        || Set.of("on", "true", "yes", "1").contains(ssl.toLowerCase(Locale.ROOT));
  }
}
