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
import io.patronilint.rules.support.HbaLine;
import io.patronilint.rules.support.Templates;
import java.util.List;

/**
 * Flags a pg_hba without a line that lets Patroni's own superuser in.
 *
 * <p>Source: {@code ConfigHandler.replace_pg_hba} writes the list as it is; {@code
 * ConfigHandler.resolve_connection_addresses} says how Patroni connects to the local server.
 */
public final class NoSuperuserLine implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/no-superuser-line",
          Severity.ERROR,
          "No line of pg_hba lets Patroni's superuser in");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    EffectiveConfig config = EffectiveConfig.of(node);
    Value list = config.at("postgresql", "pg_hba").orElse(null);
    String user =
        config
            .at("postgresql", "authentication", "superuser", "username")
            .flatMap(Value::text)
            .orElse("");
    if (list == null
        || user.isEmpty()
        || Templates.unrendered(user)
        || config.parameter("hba_file").isPresent()) {
      return;
    }
    boolean socket = config.at("postgresql", "use_unix_socket").filter(Value::truthy).isPresent();
    String database = config.at("postgresql", "database").flatMap(Value::text).orElse("postgres");
    List<HbaLine> lines = HbaLine.all(list).orElse(List.of());
    boolean lets =
        lines.stream()
            .filter(l -> socket || !l.type().equals("local"))
            .filter(l -> l.databases().contains(database) || mayHold(l.databases()))
            .anyMatch(l -> l.lets(user));
    Location place = list.origin().place().orElse(null);
    if (!lines.isEmpty() && !lets && place != null) {
      findings.add(
          Finding.at(place).path("postgresql.pg_hba"),
          "No line of pg_hba lets "
              + user
              + ", Patroni's superuser, connect to the database "
              + database
              + (socket ? "" : " by TCP")
              + ": Patroni loses its own connection, and every member becomes a replica.");
    }
  }

  /** The database may also be named by a word, whose truth for the user is not looked into. */
  private static boolean mayHold(List<String> databases) {
    return databases.contains("all")
        || databases.contains("sameuser")
        || databases.contains("samerole");
  }
}
