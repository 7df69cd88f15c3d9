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
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.RecoverySection;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags a custom bootstrap with a recovery target at which PostgreSQL does not promote.
 *
 * <p>PostgreSQL pauses at the target unless recovery_target_action says otherwise, and stops
 * instead of pausing with hot_standby off, which {@code ConfigHandler.effective_configuration} of
 * Patroni sets for keep_existing_recovery_conf (and from 2.0.2 to 3.0.1 for every custom
 * bootstrap).
 */
public final class RecoveryTargetNotPromoting implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/recovery-target-not-promoting",
          Severity.ERROR,
          "The bootstrap has a recovery target, but does not promote there",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    if (method == null) {
      return;
    }
    if (method.recoveryConf().isPresent()) {
      // A tool that writes settings may have written the action, too.
      boolean written =
          method
              .command()
              .flatMap(RestoreCall::of)
              .filter(c -> !c.tool().writesRecoverySettings())
              .isEmpty();
      if (!method.keepsRecoveryConf() || !written) {
        checkRecoveryConf(node, method, method.recoveryConf().get(), findings);
      }
    } else if (method.keepsRecoveryConf()) {
      checkCommand(node, method, findings);
    }
  }

  private static void checkRecoveryConf(
      Node node, BootstrapMethod method, ConfigNode conf, Findings findings) {
    RecoverySection recovery = RecoverySection.of(conf);
    List<ConfigNode> targets = recovery.targets();
    String action = action(recovery);
    if (targets.isEmpty() || action.equals("promote") || Templates.unrendered(action)) {
      return;
    }
    ConfigNode target = targets.get(0);
    ConfigNode explicit = recovery.get("recovery_target_action").orElse(null);
    ConfigNode at = explicit == null ? target : explicit;
    Finding.Builder finding = Finding.at(at.keyLocation()).path(at.path());
    if (explicit != null) {
      finding.related(target.keyLocation(), "the target");
    }
    Safety safety = action.isEmpty() ? Safety.SAFE : Safety.UNSAFE;
    new ConfigFixes(node)
        .set(
            "promote",
            "Set recovery_target_action: promote",
            safety,
            conf,
            explicit == null ? "recovery_target_action" : explicit.key(),
            "promote")
        .ifPresent(finding::fix);
    boolean stops =
        action.equals("shutdown")
            || method.keepsRecoveryConf()
            || node.target().patroniBefore(3, 0, 2);
    if (action.equals("pause") && !stops) {
      finding.severity(Severity.WARNING);
    }
    findings.add(finding, message(target.key(), action, stops));
  }

  private static String action(RecoverySection recovery) {
    Optional<String> action = recovery.text("recovery_target_action");
    if (action.isEmpty() && recovery.isSet("pause_at_recovery_target")) {
      return recovery.isTrue("pause_at_recovery_target") ? "pause" : "promote";
    }
    return action.orElse("").strip().toLowerCase(Locale.ROOT);
  }

  private static String message(String target, String action, boolean stops) {
    String cause =
        action.isEmpty()
            ? target + " is set without recovery_target_action: promote."
            : target + " is set with recovery_target_action: " + action + ".";
    return cause
        + (stops
            ? " PostgreSQL shuts down when it reaches the target, and the bootstrap fails."
            : " PostgreSQL pauses when it reaches the target; Patroni waits for the end of recovery"
                + " and the cluster has no primary until someone calls pg_wal_replay_resume().");
  }

  /** The recovery settings are those that the tool writes. */
  private static void checkCommand(Node node, BootstrapMethod method, Findings findings) {
    ConfigNode command =
        method.section() == null ? null : method.section().child("command").orElse(null);
    RestoreCall call = method.command().flatMap(RestoreCall::of).orElse(null);
    if (command == null || call == null) {
      return;
    }
    Optional<String> target = call.target(node.pgbackrest());
    String action = call.targetAction(node.pgbackrest()).orElse("");
    if (target.isEmpty() || action.equalsIgnoreCase("promote") || Templates.unrendered(action)) {
      return;
    }
    Finding.Builder finding = Finding.at(command.valueLocation()).path(command.path());
    if (action.isEmpty()) {
      appended(node, call, command).ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "The restore writes "
            + target.get()
            + " without recovery_target_action = 'promote'. Patroni runs the bootstrap with"
            + " hot_standby off, so PostgreSQL shuts down when it reaches the target, and the"
            + " bootstrap fails.");
  }

  private static Optional<Fix> appended(Node node, RestoreCall call, ConfigNode command) {
    int end = call.verbEnd();
    String text = call.line().command();
    return new ConfigFixes(node)
        .replace(
            "promote",
            "Add --target-action=promote to the command",
            Safety.UNSAFE,
            command,
            text.substring(0, end) + " --target-action=promote" + text.substring(end));
  }
}
