package io.patronilint.rules.postgresql;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.ConfigFixes;
import java.util.Locale;

/**
 * Flags bare numbers that make no sense in the unit that PostgreSQL takes them in, such as {@code
 * wal_sender_timeout: 60}, which is 60 ms.
 *
 * <p>Source: the column unit of pg_settings.
 */
public final class MissingUnitSuspicious implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/missing-unit-suspicious",
          Severity.WARNING,
          "A number without a unit makes the parameter absurdly small",
          Safety.UNSAFE);

  private static final String MILLISECONDS = "ms";

  /**
   * A parameter's unit, and the least number of them that somebody may mean.
   *
   * @param unit the unit of a bare number
   * @param least below this a number is absurd
   */
  private record Sense(String unit, long least) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      if (isMeant(parameter)) {
        report(node, parameter, findings);
      }
    }
  }

  /** Tells whether the value is a bare number that nobody means so. */
  static boolean isMeant(Parameter parameter) {
    long number = Quantity.of(parameter.text()).map(Quantity::bare).orElse(-1L);
    return number > 0 && number < sense(parameter.name()).least();
  }

  private static Sense sense(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "shared_buffers", "effective_cache_size" -> new Sense("8kB", 129);
      case "temp_buffers" -> new Sense("8kB", 100);
      case "work_mem" -> new Sense("kB", 129);
      case "maintenance_work_mem", "autovacuum_work_mem" -> new Sense("kB", 1025);
      // Below two segments PostgreSQL does not start.
      case "max_wal_size", "min_wal_size" -> new Sense("MB", 32);
      case "wal_sender_timeout", "wal_receiver_timeout" -> new Sense(MILLISECONDS, 1000);
      case "idle_in_transaction_session_timeout", "idle_session_timeout" ->
          new Sense(MILLISECONDS, 1000);
      case "statement_timeout", "transaction_timeout" -> new Sense(MILLISECONDS, 100);
      default -> new Sense("", 0);
    };
  }

  private static void report(Node node, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.valueLocation()).path(setting.path());
    String unit = sense(parameter.name()).unit();
    String number = parameter.text().strip();
    if (unit.equals(MILLISECONDS)) {
      new ConfigFixes(node)
          .replace("write-seconds", "Write " + number + "s", Safety.UNSAFE, setting, number + "s")
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        parameter.name()
            + ": "
            + number
            + " has no unit and counts "
            + (unit.equals("8kB") ? "blocks of 8kB" : unit)
            + ": "
            + consequence(parameter.name(), unit, Long.parseLong(number)));
  }

  private static String consequence(String name, String unit, long number) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "max_wal_size", "min_wal_size" -> "below two WAL segments PostgreSQL does not start.";
      case "wal_sender_timeout", "wal_receiver_timeout" ->
          "replication is cut off whenever nothing is heard for " + number + " ms.";
      default ->
          "that is "
              + (unit.equals("8kB") ? number * 8 + " kB" : number + " " + unit)
              + ", hardly what is meant.";
    };
  }
}
