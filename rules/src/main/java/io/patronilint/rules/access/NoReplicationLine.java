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
import java.util.Objects;

/**
 * Flags a pg_hba without a line that lets the replication user in from another machine.
 *
 * <p>Source: {@code ConfigHandler.replace_pg_hba} writes the list as it is; PostgreSQL's
 * documentation: {@code all} in the second column does not match replication.
 */
public final class NoReplicationLine implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/no-replication-line",
          Severity.ERROR,
          "No line of pg_hba lets the replication user in");

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
            .at("postgresql", "authentication", "replication", "username")
            .flatMap(Value::text)
            .orElse("");
    if (list == null
        || user.isEmpty()
        || Templates.unrendered(user)
        || config.parameter("hba_file").isPresent()) {
      return;
    }
    List<HbaLine> lines = HbaLine.all(list).orElse(List.of());
    boolean lets =
        lines.stream()
            .anyMatch(
                l ->
                    !l.type().equals("local")
                        && l.databases().contains("replication")
                        && l.lets(user));
    if (lines.isEmpty() || lets) {
      return;
    }
    Location place =
        lines.stream()
            .filter(l -> l.databases().contains("replication") && !l.type().equals("local"))
            .map(HbaLine::place)
            .filter(Objects::nonNull)
            .findFirst()
            .or(() -> list.origin().place())
            .orElse(null);
    if (place != null) {
      findings.add(
          Finding.at(place).path("postgresql.pg_hba"),
          "No line of pg_hba lets "
              + user
              + ", the replication user, in from another machine: pg_basebackup and streaming"
              + " fail, and a former primary cannot come back. Lines for all databases do not count"
              + " for replication.");
    }
  }
}
