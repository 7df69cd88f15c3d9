package io.patronilint.rules.backup;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ArchivePlace;
import io.patronilint.rules.support.ServerSetting;

/**
 * Flags the archive_command of a backup tool while archive_mode is off, as it is by default.
 *
 * <p>PostgreSQL then never runs the command; archive_mode takes a restart to change (PostgreSQL
 * documentation, archive_mode).
 */
public final class ArchiveCommandWithoutMode implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-command-without-mode",
          Severity.WARNING,
          "archive_command is set, but archive_mode is off: nothing is archived");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting command = ServerSetting.of(node, "archive_command").orElse(null);
    ServerSetting mode = ServerSetting.of(node, "archive_mode").orElse(null);
    if (command == null
        || command.isOpen()
        || ServerSetting.mayBeElsewhere(node)
        || (mode != null && (mode.isOpen() || mode.isOn()))
        || ArchivePlace.of(command.value()).isEmpty()) {
      return;
    }
    boolean known = DynamicConfig.of(node).source() == DynamicConfig.Source.GIVEN;
    if (mode == null && !known) {
      return;
    }
    Finding.Builder finding =
        Finding.at((mode == null ? command : mode).location())
            .path((mode == null ? command : mode).path());
    if (mode != null) {
      finding.related(command.location(), "this is never run");
    }
    findings.add(
        finding,
        "archive_mode is "
            + (mode == null ? "not set, which means off" : mode.value())
            + ", so PostgreSQL never runs archive_command: nothing is archived, and there is no"
            + " recovery past a backup. It takes a restart to switch archive_mode on.");
  }
}
