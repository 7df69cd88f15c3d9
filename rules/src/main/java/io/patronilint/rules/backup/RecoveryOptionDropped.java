package io.patronilint.rules.backup;

import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ExecCommand;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.RestoreTool;
import java.util.List;
import java.util.Locale;

/**
 * Flags recovery-option of pgBackRest for a replica method.
 *
 * <p>{@code pgbackrest restore} writes it to postgresql.auto.conf, and {@code
 * ConfigHandler._sanitize_auto_conf} of Patroni removes it from there before the replica starts.
 */
public final class RecoveryOptionDropped implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/recovery-option-dropped",
          Severity.WARNING,
          "Patroni removes what pgBackRest's recovery-option sets for a replica");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (!RecoveryParameters.strippedFromAutoConf(node.target())) {
      return;
    }
    for (ExecCommand command : ExecCommand.of(node)) {
      RestoreCall call = RestoreCall.of(command.command()).orElse(null);
      if (call == null
          || call.tool() != RestoreTool.PGBACKREST
          || command.kind() != ExecCommand.Kind.REPLICA) {
        continue;
      }
      for (ShellWord argument : call.call().arguments()) {
        String text = argument.text();
        if (text.startsWith("--recovery-option=")) {
          report(
              node,
              text.substring(text.indexOf('=') + 1),
              command.node().valueLocation(),
              findings);
        }
      }
      inFile(node, call, findings);
    }
  }

  private static void inFile(Node node, RestoreCall call, Findings findings) {
    SourceFile conf = node.pgbackrest();
    String stanza = call.call().optionValue("stanza");
    if (conf == null || stanza == null || call.call().hasOption("recovery-option")) {
      return;
    }
    for (String section : List.of(stanza + ":restore", stanza, "global:restore", "global")) {
      List<IniFile.Key> keys = conf.ini().keys(section, "recovery-option");
      if (!keys.isEmpty()) {
        for (IniFile.Key key : keys) {
          report(node, key.value(), new Location(conf, key.nameSpan()), findings);
        }
        return;
      }
    }
  }

  private static void report(Node node, String option, Location at, Findings findings) {
    int equals = option.indexOf('=');
    String name = (equals < 0 ? option : option.substring(0, equals)).strip();
    String lower = name.toLowerCase(Locale.ROOT).replace('-', '_');
    boolean set = RecoverySettings.of(node).get(lower).isPresent();
    if (!RecoveryParameters.contains(lower) || set) {
      return;
    }
    // Patroni sets these itself, so that nothing is missed.
    boolean own = lower.equals("primary_conninfo") || lower.equals("primary_slot_name");
    boolean forced = lower.equals("recovery_target_timeline") || lower.equals("standby_mode");
    findings.add(
        Finding.at(at)
            .path("recovery-option")
            .severity(own || forced ? Severity.INFO : Severity.WARNING),
        "pgbackrest restore writes "
            + lower
            + " to postgresql.auto.conf, and Patroni removes it before it starts the replica"
            + (own || forced
                ? "; it sets its own."
                : ". A setting for replicas belongs in postgresql.recovery_conf."));
  }
}
