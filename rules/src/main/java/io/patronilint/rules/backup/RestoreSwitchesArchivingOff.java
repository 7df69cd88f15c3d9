package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ExecCommand;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.RestoreTool;
import io.patronilint.rules.support.ServerSetting;

/**
 * Flags {@code pgbackrest restore --archive-mode=off} in a method of a cluster that archives.
 *
 * <p>pgBackRest (2.29 and newer) writes {@code archive_mode = 'off'} to postgresql.auto.conf, which
 * PostgreSQL reads last and from which Patroni removes recovery settings only.
 */
public final class RestoreSwitchesArchivingOff implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/restore-switches-archiving-off",
          Severity.WARNING,
          "The restore leaves archive_mode off in postgresql.auto.conf, for good",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting mode = ServerSetting.of(node, "archive_mode").orElse(null);
    if (mode == null || !mode.isOn() || node.target().postgresqlBefore(12)) {
      return;
    }
    for (ExecCommand command : ExecCommand.of(node)) {
      RestoreCall call = RestoreCall.of(command.command()).orElse(null);
      if (call != null
          && call.tool() == RestoreTool.PGBACKREST
          && "off".equals(call.option("archive-mode", node.pgbackrest()).orElse(""))) {
        report(node, mode, command, call, findings);
      }
    }
  }

  private static void report(
      Node node, ServerSetting mode, ExecCommand command, RestoreCall call, Findings findings) {
    boolean replica = command.kind() == ExecCommand.Kind.REPLICA;
    Finding.Builder finding =
        Finding.at(command.node().valueLocation())
            .path(command.node().path())
            .severity(replica ? Severity.ERROR : Severity.WARNING)
            .related(mode.location(), "this has no effect afterwards");
    ShellWord option = call.call().option("archive-mode");
    if (option != null && option.text().contains("=") && !option.quoted()) {
      String text = command.command();
      String without =
          text.substring(0, option.span().start()).stripTrailing()
              + text.substring(option.span().end());
      new ConfigFixes(node)
          .replace(
              "keep-archiving",
              "Restore without --archive-mode=off",
              Safety.UNSAFE,
              command.node(),
              without)
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "This restore writes archive_mode = 'off' to postgresql.auto.conf, where it beats the"
            + " archive_mode that Patroni sets and stays. "
            + (replica
                ? "After a failover to such a replica the cluster archives nothing."
                : "The new cluster archives nothing until someone removes the line."));
  }
}
