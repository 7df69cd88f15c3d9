package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.StandbyClusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags a custom bootstrap that restores a physical backup without any recovery settings.
 *
 * <p>With neither recovery_conf nor keep_existing_recovery_conf, {@code
 * Bootstrap._custom_bootstrap} of Patroni removes recovery.signal and the next write of
 * postgresql.conf strips what the tool wrote to postgresql.auto.conf.
 */
public final class RecoverySettingsDiscarded implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/recovery-settings-discarded",
          Severity.ERROR,
          "The bootstrap restores a backup, but Patroni discards the recovery settings",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    ConfigNode section = method == null ? null : method.section();
    if (method == null
        || section == null
        || method.keepsRecoveryConf()
        || method.recoveryConf().isPresent()) {
      return;
    }
    RestoreCall call = method.command().flatMap(RestoreCall::of).orElse(null);
    ConfigNode command = section.child("command").orElse(section);
    if (call == null || !needsRecoverySettings(call, node.pgbackrest())) {
      return;
    }
    ConfigNode keep = section.child("keep_existing_recovery_conf").orElse(null);
    Finding.Builder finding =
        Finding.at((keep == null ? command : keep).keyLocation())
            .path((keep == null ? command : keep).path());
    if (keep != null) {
      finding.related(command.valueLocation(), "the restore");
    }
    fix(node, section, call).ifPresent(finding::fix);
    findings.add(finding, message(section, call, call.target(node.pgbackrest())));
  }

  private static boolean needsRecoverySettings(RestoreCall call, @Nullable SourceFile pgbackrest) {
    return switch (call.tool()) {
      case PGBACKREST ->
          call.option("type", pgbackrest).filter(type -> type.equals("none")).isEmpty();
      // Barman otherwise copies all WAL it has into pg_wal.
      case BARMAN ->
          call.target(null).isPresent()
              || call.call().hasOption("get-wal")
              || call.call().hasOption("standby-mode");
      case WAL_G, WAL_E, BARMAN_CLOUD -> true;
      case PATRONI_WALE -> false;
    };
  }

  private static String message(ConfigNode section, RestoreCall call, Optional<String> target) {
    String cause =
        section.path()
            + " has neither recovery_conf nor keep_existing_recovery_conf: true, so Patroni ";
    String goal =
        target.map(t -> " The target, " + t + ", is lost, and recovery").orElse(" Recovery");
    return call.tool().writesRecoverySettings()
        ? cause
            + "removes recovery.signal and the settings that "
            + call.tool().program()
            + " wrote."
            + goal
            + " gets no WAL from the archive: PostgreSQL stops with \"could not locate required"
            + " checkpoint record\"."
        : cause
            + "starts PostgreSQL without a restore_command. The WAL that the backup needs is in"
            + " the archive: PostgreSQL stops with \"could not locate required checkpoint"
            + " record\".";
  }

  private static Optional<Fix> fix(Node node, ConfigNode section, RestoreCall call) {
    if (call.tool().writesRecoverySettings()) {
      return new ConfigFixes(node)
          .set(
              "keep-existing",
              "Keep the recovery settings that " + call.tool().program() + " writes",
              Safety.UNSAFE,
              section,
              "keep_existing_recovery_conf",
              true);
    }
    return call.restoreCommand()
        .flatMap(
            command ->
                new ConfigFixes(node)
                    .set(
                        "recovery-conf",
                        "Give " + section.key() + " a recovery_conf",
                        Safety.UNSAFE,
                        section,
                        "recovery_conf",
                        recoveryConf(command)));
  }

  private static Map<String, Object> recoveryConf(String command) {
    Map<String, Object> conf = new LinkedHashMap<>();
    conf.put("restore_command", command);
    conf.put("recovery_target_timeline", "latest");
    conf.put("recovery_target_action", "promote");
    return conf;
  }
}
