package io.patronilint.rules.restore;

import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ServerSetting;
import java.util.Optional;

/** Whether a node is configured to archive WAL. */
final class ArchiveSetting {

  private ArchiveSetting() {}

  /** Returns what keeps WAL from being archived at all, if the configuration does. */
  static Optional<RestoreCheck> problem(Node node) {
    Optional<ServerSetting> mode = ServerSetting.of(node, "archive_mode");
    if (mode.filter(s -> !s.isOn() && !s.isOpen()).isPresent()) {
      return Optional.of(off(mode.get(), "archive_mode is " + mode.get().value()));
    }
    if (mode.isEmpty() && !ServerSetting.mayBeElsewhere(node)) {
      return Optional.of(
          RestoreCheck.open(
              "archiving", "archive_mode is set nowhere: WAL is not archived.", null));
    }
    Optional<ServerSetting> command = ServerSetting.of(node, "archive_command");
    boolean library =
        ServerSetting.of(node, "archive_library").filter(s -> !s.value().isBlank()).isPresent();
    return command
        .filter(s -> !library && discards(s.value()))
        .map(s -> off(s, "archive_command is '" + s.value() + "'"));
  }

  private static boolean discards(String command) {
    return switch (command.strip()) {
      case "", "false", "true", "/bin/true", "/bin/false", ":", "(disabled)" -> true;
      default -> false;
    };
  }

  private static RestoreCheck off(ServerSetting setting, String what) {
    boolean auto = setting.location().file().kind() == FileKind.AUTO_CONF;
    String text =
        what
            + ": WAL is not archived."
            + (auto ? " It stands in postgresql.auto.conf, which Patroni leaves in force." : "");
    return auto
        ? RestoreCheck.open(
            "archiving",
            text,
            setting.location(),
            "psql -c 'ALTER SYSTEM RESET " + setting.name() + "'")
        : RestoreCheck.open("archiving", text, setting.location());
  }
}
