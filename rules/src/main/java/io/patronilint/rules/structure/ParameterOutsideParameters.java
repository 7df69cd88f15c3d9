package io.patronilint.rules.structure;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.guc.PatroniGucs;
import io.patronilint.schemas.guc.PatroniVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flags parameters of PostgreSQL directly under {@code postgresql} or at the root of the dynamic
 * configuration, where Patroni does not look for them.
 *
 * <p>Source: {@code ConfigHandler.get_server_parameters} reads {@code postgresql.parameters} only.
 */
public final class ParameterOutsideParameters implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/parameter-outside-parameters",
          Severity.ERROR,
          "A parameter of PostgreSQL does not stand in postgresql.parameters",
          Safety.UNSAFE);

  /** Names that mean something else to a reader, or that Patroni takes from another key. */
  private static final Set<String> OTHERS =
      Set.of(
          "port", "listen_addresses", "cluster_name", "data_directory", "archive_cleanup_command");

  /** Keys of Patroni itself whose values are scalars, the usual ones. */
  private static final Set<String> OWN =
      Set.of(
          "ttl",
          "loop_wait",
          "retry_timeout",
          "maximum_lag_on_failover",
          "synchronous_mode",
          "synchronous_mode_strict",
          "failsafe_mode",
          "use_pg_rewind",
          "use_slots",
          "use_unix_socket",
          "listen",
          "connect_address",
          "proxy_address",
          "data_dir",
          "config_dir",
          "bin_dir",
          "pgpass",
          "custom_conf",
          "pg_ctl_timeout",
          "remove_data_directory_on_rewind_failure",
          "remove_data_directory_on_diverged_timelines");

  private static final PatroniVersion NEWEST = new PatroniVersion(4, 1, 4);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<ConfigNode> roots = Sections.dynamic(node);
    List<ConfigNode> candidates = new ArrayList<>();
    Sections.postgresql(node).forEach(section -> addScalars(section, candidates));
    roots.forEach(root -> addScalars(root, candidates));
    if (candidates.isEmpty()) {
      return;
    }
    PatroniGucs known = PatroniGucs.load();
    for (ConfigNode setting : candidates) {
      if (known.isServer(setting.key(), NEWEST)) {
        boolean root = roots.stream().anyMatch(r -> r.keys().size() + 1 == setting.keys().size());
        report(node, setting, root && !isInPostgresql(setting), findings);
      }
    }
  }

  private static boolean isInPostgresql(ConfigNode setting) {
    List<Object> keys = setting.keys();
    return keys.size() > 1 && keys.get(keys.size() - 2).equals("postgresql");
  }

  /** Patroni's own keys are left out before the table of parameters is asked, which costs time. */
  private static void addScalars(ConfigNode section, List<ConfigNode> into) {
    for (ConfigNode setting : section.children()) {
      String name = setting.key().toLowerCase(Locale.ROOT);
      if (setting.isScalar() && !OTHERS.contains(name) && !OWN.contains(name)) {
        into.add(setting);
      }
    }
  }

  private static void report(Node node, ConfigNode setting, boolean root, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    // A file that is named there gets effect with its name; that is more than a move.
    if (!setting.key().endsWith("_file")) {
      fix(node, setting, root).ifPresent(finding::fix);
    }
    findings.add(
        finding,
        setting.key()
            + " is a parameter of PostgreSQL; Patroni reads such only from"
            + " postgresql.parameters, so it has no effect here.");
  }

  private static Optional<Fix> fix(Node node, ConfigNode setting, boolean root) {
    List<Object> to = new ArrayList<>(setting.keys());
    to.remove(to.size() - 1);
    if (root) {
      to.add("postgresql");
    }
    to.add("parameters");
    to.add(setting.key());
    EditResult result = YamlEditor.move(setting.file(), setting.keys(), to);
    return YamlFix.of(
        result,
        "move-to-parameters",
        "Move " + setting.key() + " to postgresql.parameters",
        Safety.UNSAFE,
        Patronictl.move(node, List.of(setting), "parameters"));
  }
}
