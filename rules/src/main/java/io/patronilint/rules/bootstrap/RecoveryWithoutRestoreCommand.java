package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
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
import java.util.Optional;

/**
 * Flags {@code recovery_conf} of a custom bootstrap method that has no {@code restore_command}.
 *
 * <p>{@code ConfigHandler.write_recovery_conf} of Patroni creates recovery.signal for it, and
 * PostgreSQL refuses to start archive recovery without a {@code restore_command}. {@code
 * postgresql.recovery_conf} is not used while a custom bootstrap runs.
 */
public final class RecoveryWithoutRestoreCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/recovery-without-restore-command",
          Severity.ERROR,
          "recovery_conf of the bootstrap method has no restore_command",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    if (method == null || method.keepsRecoveryConf()) {
      return;
    }
    ConfigNode conf = method.recoveryConf().filter(ConfigNode::isMapping).orElse(null);
    // An included custom_conf may hold one.
    if (conf == null || node.local().at("postgresql", "custom_conf").isPresent()) {
      return;
    }
    RecoverySection recovery = RecoverySection.of(conf);
    if (recovery.isSet("restore_command") || recovery.isTrue("standby_mode")) {
      return;
    }
    Finding.Builder finding = Finding.at(conf.keyLocation()).path(conf.path());
    // A script may put one into a file that PostgreSQL reads.
    boolean script = method.command().flatMap(RestoreCall::of).isEmpty();
    if (script) {
      finding.severity(Severity.WARNING);
    }
    Optional<RecoverySettings.RestoreCommand> follower =
        RecoverySettings.of(node).restoreCommand(node);
    follower.ifPresent(
        f -> finding.related(f.location(), "this one is not used during the bootstrap"));
    method
        .command()
        .flatMap(RestoreCall::of)
        .flatMap(RestoreCall::restoreCommand)
        .or(() -> follower.map(RecoverySettings.RestoreCommand::value))
        .flatMap(
            command ->
                new ConfigFixes(node)
                    .set(
                        "restore-command",
                        "Set restore_command in " + conf.path(),
                        Safety.UNSAFE,
                        conf,
                        "restore_command",
                        command))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        conf.path()
            + " sets no restore_command, but makes Patroni create recovery.signal. "
            + (script ? "Unless the command puts one into postgresql.conf, " : "")
            + "PostgreSQL stops with \"must specify restore_command when standby mode is not enabled\" and"
            + " the bootstrap fails.");
  }
}
