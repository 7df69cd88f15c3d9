package io.patronilint.rules.recovery;

import io.patronilint.core.backup.BackupLabel;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.WalFiles;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Templates;
import java.util.Optional;

/** What the files of a data directory say about its state. */
final class DataState {

  private DataState() {}

  /**
   * Tells whether a backup was restored to {@code node} and nobody has started PostgreSQL on it.
   */
  static boolean freshlyRestored(Node node) {
    DataDirectory data = node.dataDirectory();
    return data != null && data.freshlyRestored() && !data.has("postmaster.pid");
  }

  /**
   * Tells whether PostgreSQL was the primary when it ran last, as pg_controldata says: it comes up
   * without the archive.
   */
  static boolean recoveryIsOver(Node node) {
    String state = node.controlData().flatMap(ControlData::state).orElse("");
    boolean primary = state.equals("shut down") || state.equals("in production");
    return primary && !freshlyRestored(node);
  }

  /**
   * Tells whether the recovery settings in the data directory may belong to a custom bootstrap that
   * is at work and keeps them ({@code keep_existing_recovery_conf}). Such a bootstrap only ever
   * runs on an empty directory, so a restored one without a server is not its doing.
   */
  static boolean ownedByBootstrap(Node node) {
    return !freshlyRestored(node)
        && BootstrapMethod.of(node).filter(m -> m.runs() && m.keepsRecoveryConf()).isPresent();
  }

  /**
   * Tells whether the restored backup brings the WAL along that it needs to start: the list of
   * pg_wal shows it, or {@code archive-copy} is on. It then starts without the archive.
   */
  static boolean bringsItsWal(Node node) {
    DataDirectory data = node.dataDirectory();
    String first =
        data == null
            ? null
            : data.file("backup_label")
                .map(f -> BackupLabel.read(f.text()).startWal())
                .orElse(null);
    Optional<WalFiles> files = node.output(FileKind.WAL_LIST).map(WalFiles::of);
    if (first != null && files.filter(WalFiles::anySegment).isPresent()) {
      return files.get().has(first);
    }
    SourceFile conf = node.pgbackrest();
    if (conf != null) {
      for (IniFile.Section section : conf.ini().sections()) {
        IniFile.Key key = section.find("archive-copy");
        if (key != null && key.value().equals("y")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tells whether the data directory holds a file called {@code name}. */
  static boolean has(Node node, String name) {
    DataDirectory data = node.dataDirectory();
    return data != null && data.has(name);
  }

  /** Returns the path of the data directory as a command on that machine needs it. */
  static String path(Node node) {
    Optional<String> configured =
        node.local()
            .at("postgresql", "data_dir")
            .flatMap(ConfigNode::text)
            .filter(path -> !path.isEmpty() && !Templates.unrendered(path));
    DataDirectory data = node.dataDirectory();
    return configured.orElse(data == null ? "PGDATA" : data.path());
  }
}
