package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ServerSetting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Flags {@code archive_mode: always} with pgBackRest, whose {@code check} and {@code backup} refuse
 * it ({@code checkDbConfig}) unless {@code archive-mode-check} is off (2.32 and newer).
 */
public final class ArchiveModeAlwaysWithPgbackrest implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-mode-always-with-pgbackrest",
          Severity.ERROR,
          "pgBackRest makes no backup while archive_mode is always",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting mode = ServerSetting.of(node, "archive_mode").orElse(null);
    ServerSetting command = ServerSetting.of(node, "archive_command").orElse(null);
    if (mode == null
        || command == null
        || command.isOpen()
        || !mode.value().strip().toLowerCase(Locale.ROOT).equals("always")) {
      return;
    }
    CommandCall call = CommandLine.ofShell(command.value()).pgBackRest();
    if (call == null || !call.hasArgument("archive-push") || notChecked(call, node.pgbackrest())) {
      return;
    }
    Finding.Builder finding =
        Finding.at(mode.location())
            .path(mode.path())
            .related(command.location(), "WAL goes to pgBackRest");
    ConfigNode setting = mode.node();
    if (setting != null) {
      new ConfigFixes(node)
          .replace("archive-mode-on", "Set archive_mode: on", Safety.UNSAFE, setting, "on")
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "pgBackRest does not support archive_mode always: its backup and check stop with"
            + " \"archive_mode=always not supported\", so there are no backups.");
  }

  private static boolean notChecked(CommandCall call, @Nullable SourceFile conf) {
    if (call.hasOption("no-archive-mode-check") || call.hasOption("archive-mode-check")) {
      return true;
    }
    return conf != null
        && conf.ini().sections().stream()
            .map((IniFile.Section s) -> s.find("archive-mode-check"))
            .anyMatch(key -> key != null && key.value().equals("n"));
  }
}
