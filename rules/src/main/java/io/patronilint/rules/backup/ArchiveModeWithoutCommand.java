package io.patronilint.rules.backup;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ServerSetting;
import java.util.Optional;

/**
 * Flags {@code archive_mode} without {@code archive_command} and {@code archive_library}.
 *
 * <p>PostgreSQL keeps every finished WAL segment until it has been archived ({@code pgarch.c});
 * with nothing to archive it with it logs a warning and keeps them all.
 */
public final class ArchiveModeWithoutCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/archive-mode-without-command",
          Severity.ERROR,
          "archive_mode is on, but nothing archives: WAL is kept until the disk is full");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ServerSetting mode = ServerSetting.of(node, "archive_mode").orElse(null);
    if (mode == null
        || mode.isOpen()
        || !mode.isOn()
        || ServerSetting.mayBeElsewhere(node)
        || DynamicConfig.of(node).root() == null) {
      return;
    }
    Optional<ServerSetting> command = ServerSetting.of(node, "archive_command");
    Optional<ServerSetting> library = ServerSetting.of(node, "archive_library");
    if (isSet(command) || isSet(library)) {
      return;
    }
    boolean certain = DynamicConfig.of(node).source() == DynamicConfig.Source.GIVEN;
    Finding.Builder finding =
        Finding.at(mode.location())
            .path(mode.path())
            .severity(certain || command.isPresent() ? Severity.ERROR : Severity.WARNING);
    command.ifPresent(c -> finding.related(c.location(), "this is empty"));
    findings.add(
        finding,
        "archive_mode is "
            + mode.value()
            + ", but archive_command is "
            + (command.isPresent() ? "empty" : "not set")
            + ". PostgreSQL logs \"archive_mode enabled, yet archiving is not configured\" and keeps"
            + " all WAL until the disk is full.");
  }

  private static boolean isSet(Optional<ServerSetting> setting) {
    return setting.filter(s -> !s.value().isBlank()).isPresent();
  }
}
