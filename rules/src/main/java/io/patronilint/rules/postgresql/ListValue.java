package io.patronilint.rules.postgresql;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.schemas.guc.GucOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flags lists where a parameter takes one text; Patroni writes the text that Python has for a list.
 *
 * <p>Source: {@code ConfigWriter.write_param} writes {@code str(value)}; PostgreSQL 15 was started
 * with the outcome.
 */
public final class ListValue implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "postgresql/list-value",
          Severity.ERROR,
          "A parameter is a YAML list, which Patroni does not join",
          Safety.SAFE);

  /** Parameters that take several words with commas between them. */
  private static final Set<String> JOINED =
      Set.of(
          "createrole_self_grant",
          "datestyle",
          "debug_io_direct",
          "local_preload_libraries",
          "log_destination",
          "oauth_validator_libraries",
          "restrict_nonsystem_relation_kind",
          "search_path",
          "session_preload_libraries",
          "shared_preload_libraries",
          "synchronized_standby_slots",
          "synchronous_standby_names",
          "temp_tablespaces",
          "unix_socket_directories",
          "wal_consistency_checking");

  /** Of these, those whose value PostgreSQL checks when it starts. */
  private static final Set<String> FATAL =
      Set.of("log_destination", "shared_preload_libraries", "unix_socket_directories");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Parameter parameter : Parameters.of(node).all()) {
      GucOutcome outcome = parameter.outcome();
      boolean known = outcome == null || outcome instanceof GucOutcome.Invalid;
      if (parameter.setting().isSequence() && known) {
        report(node, parameter, findings);
      }
    }
  }

  private static void report(Node node, Parameter parameter, Findings findings) {
    ConfigNode setting = parameter.setting();
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    joined(parameter)
        .ifPresent(
            text ->
                new ConfigFixes(node)
                    .replace("join", "Write '" + text + "'", Safety.SAFE, setting, text)
                    .ifPresent(finding::fix));
    findings.add(finding, message(parameter));
  }

  private static String message(Parameter parameter) {
    if (parameter.outcome() instanceof GucOutcome.Invalid) {
      return parameter.name() + " takes one value and not a list; Patroni drops it.";
    }
    boolean fatal = FATAL.contains(parameter.name().toLowerCase(Locale.ROOT));
    return "Patroni writes the list "
        + parameter.name()
        + " as Python shows it, brackets and quotes included"
        + (fatal ? ", and PostgreSQL does not start with that." : ".");
  }

  private static Optional<String> joined(Parameter parameter) {
    List<ConfigNode> items = parameter.setting().children();
    boolean several = JOINED.contains(parameter.name().toLowerCase(Locale.ROOT));
    boolean plain = items.stream().allMatch(ListValue::isPlain);
    return plain && !items.isEmpty() && (several || items.size() == 1)
        ? Optional.of(items.stream().map(i -> i.text().orElse("")).collect(Collectors.joining(",")))
        : Optional.empty();
  }

  private static boolean isPlain(ConfigNode item) {
    String text = item.text().orElse("");
    return item.type() == ScalarType.STR
        && !text.isEmpty()
        && text.chars().noneMatch(c -> c <= ' ' || ",'\"{}%".indexOf(c) >= 0);
  }
}
