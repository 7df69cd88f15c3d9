package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.RecoverySection;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.RestoreTool;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;

/**
 * Flags a restore_command of the bootstrap method that the one of pgBackRest beats.
 *
 * <p>With keep_existing_recovery_conf postgresql.auto.conf stays as {@code pgbackrest restore}
 * wrote it, and PostgreSQL reads it after the file that Patroni writes.
 */
public final class RestoreCommandOverridden implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/restore-command-overridden",
          Severity.WARNING,
          "The restore_command that pgBackRest writes beats the one in recovery_conf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    ConfigNode conf = method == null ? null : method.recoveryConf().orElse(null);
    if (method == null
        || conf == null
        || !method.keepsRecoveryConf()
        || node.target().postgresqlBefore(12)) {
      return;
    }
    RestoreCall call = method.command().flatMap(RestoreCall::of).orElse(null);
    ConfigNode command = RecoverySection.of(conf).get("restore_command").orElse(null);
    String text = command == null ? "" : command.text().orElse("");
    if (call == null
        || call.tool() != RestoreTool.PGBACKREST
        || command == null
        || text.isBlank()
        || Templates.unrendered(text)
        || sameArchive(call.call(), text)) {
      return;
    }
    Finding.Builder finding = Finding.at(command.keyLocation()).path(command.path());
    ConfigNode section = method.section();
    if (section != null) {
      section
          .child("keep_existing_recovery_conf")
          .ifPresent(k -> finding.related(k.keyLocation(), "this keeps the other one"));
    }
    findings.add(
        finding,
        "pgbackrest restore writes its own restore_command to postgresql.auto.conf,"
            + " keep_existing_recovery_conf keeps it, and PostgreSQL prefers it: this one is not"
            + " used during the bootstrap.");
  }

  /** Tells whether pgBackRest reads the same stanza in either command. */
  private static boolean sameArchive(CommandCall restore, String text) {
    CommandCall fetch = CommandLine.ofShell(text).pgBackRest();
    String stanza = restore.optionValue("stanza");
    return fetch != null && stanza != null && stanza.equals(fetch.optionValue("stanza"));
  }
}
