package io.patronilint.rules.recovery;

import io.patronilint.core.Target;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags an ordinary parameter of PostgreSQL under {@code recovery_conf}.
 *
 * <p>{@code ConfigHandler.write_postgresql_conf} writes these behind the others and only for a
 * member that it started as a replica; {@code ConfigHandler.check_recovery_conf} never compares
 * them. Before PostgreSQL 12 they are dropped.
 */
public final class OrdinaryParameterInRecoveryConf implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/ordinary-parameter-in-recovery-conf",
          Severity.WARNING,
          "recovery_conf holds a parameter that is none of recovery",
          Safety.UNSAFE);

  private static final Set<String> ORDINARY =
      Set.of(
          "archive_command",
          "archive_mode",
          "archive_library",
          "archive_timeout",
          "hot_standby",
          "hot_standby_feedback",
          "listen_addresses",
          "max_connections",
          "max_standby_archive_delay",
          "max_standby_streaming_delay",
          "max_wal_senders",
          "max_wal_size",
          "port",
          "shared_buffers",
          "wal_keep_segments",
          "wal_keep_size",
          "wal_level",
          "wal_log_hints",
          "wal_receiver_create_temp_slot",
          "wal_receiver_status_interval",
          "wal_receiver_timeout",
          "wal_retrieve_retry_interval",
          "work_mem");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (ConfigNode section : Sections.postgresql(node)) {
      ConfigNode conf = section.child("recovery_conf").orElse(null);
      if (conf == null || !conf.isMapping()) {
        continue;
      }
      for (ConfigNode setting : conf.children()) {
        if (ORDINARY.contains(setting.key().toLowerCase(Locale.ROOT)) && setting.isScalar()) {
          report(node, section, setting, findings);
        }
      }
    }
  }

  private static void report(Node node, ConfigNode section, ConfigNode setting, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    ConfigNode there =
        section
            .child("parameters")
            .filter(
                p -> p.children().stream().anyMatch(c -> c.key().equalsIgnoreCase(setting.key())))
            .orElse(null);
    if (there != null) {
      finding.related(there.keyLocation(), "another value is set here");
    } else {
      List<Object> to = new ArrayList<>(section.keys());
      to.add("parameters");
      to.add(setting.key());
      YamlFix.of(
              YamlEditor.move(setting.file(), setting.keys(), to),
              "move-to-parameters",
              "Move " + setting.key() + " to postgresql.parameters",
              Safety.UNSAFE,
              Patronictl.move(node, List.of(setting), "parameters"))
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        setting.key()
            + " is no recovery parameter. "
            + (isDropped(node.target())
                ? "Patroni drops it here."
                : "Patroni writes it only on a member that it starts as a replica, over the one in"
                    + " parameters, and a member that has been the primary since its start does not"
                    + " have it at all."));
  }

  /** Says whether {@code transform_recovery_parameter_value} does not let the parameter pass. */
  private static boolean isDropped(Target target) {
    return target.postgresqlBefore(12)
        || (!target.patroniBefore(2) && target.patroniBefore(3, 0, 3))
        || (!target.patroniBefore(4) && target.patroniBefore(4, 0, 3));
  }
}
