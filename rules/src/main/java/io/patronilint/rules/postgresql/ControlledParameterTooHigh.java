package io.patronilint.rules.postgresql;

import io.patronilint.core.Version;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Sections;
import io.patronilint.schemas.guc.PostgresGuc;
import io.patronilint.schemas.guc.PostgresGucs;
import java.math.BigInteger;
import java.util.List;

/**
 * Flags numbers in the dynamic configuration that Patroni passes to PostgreSQL on the command line
 * and that are above PostgreSQL's maximum.
 *
 * <p>Source: {@code ConfigHandler.CMDLINE_OPTIONS} has only a least value for each of them; the
 * greatest is PostgreSQL's (pg_settings).
 */
public final class ControlledParameterTooHigh implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/controlled-parameter-too-high",
          Severity.ERROR,
          "PostgreSQL does not start with the number that Patroni passes to it",
          Safety.UNSAFE);

  private static final List<String> NAMES =
      List.of(
          "max_connections",
          "max_locks_per_transaction",
          "max_prepared_transactions",
          "max_replication_slots",
          "max_wal_senders",
          "max_worker_processes");

  private static final int NEWEST = 180000;
  private static final int OLDEST_WITH_MAJOR = 10;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode dynamic : Sections.dynamic(node)) {
      ConfigNode parameters = dynamic.at("postgresql", "parameters").orElse(null);
      if (parameters != null && parameters.isMapping()) {
        for (ConfigNode setting : parameters.children()) {
          if (NAMES.contains(setting.key()) && setting.type() == ScalarType.INT) {
            check(node, setting, findings);
          }
        }
      }
    }
  }

  private static void check(Node node, ConfigNode setting, Findings findings) {
    Version target = node.target().postgresql();
    int major = target == null ? 0 : target.parts().get(0);
    int version = major < OLDEST_WITH_MAJOR ? NEWEST : major * 10000;
    String max = PostgresGucs.load().find(setting.key(), version).map(PostgresGuc::max).orElse("");
    if (max.isEmpty()
        || new BigInteger(setting.text().orElse("0")).compareTo(new BigInteger(max)) <= 0) {
      return;
    }
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    new ConfigFixes(node)
        .replace(
            "write-limit", "Write the limit " + max, Safety.UNSAFE, setting, Integer.valueOf(max))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        setting.text().orElse("")
            + " is outside the valid range of "
            + setting.key()
            + ", which ends at "
            + max
            + ": Patroni passes it on, and PostgreSQL does not start.");
  }
}
