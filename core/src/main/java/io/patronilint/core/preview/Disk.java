package io.patronilint.core.preview;

import io.patronilint.core.finding.Location;
import io.patronilint.core.observed.BackupLabel;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.WalFiles;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the data directory of a node shows. */
final class Disk {

  /** Files that people put there for us and PostgreSQL does not have. */
  private static final Set<FileKind> OURS =
      Set.of(
          FileKind.CONTROL_DATA,
          FileKind.WAL_LIST,
          FileKind.MEMBER_LIST,
          FileKind.BACKUP_INFO,
          FileKind.ARCHIVER);

  private final Node node;
  private final @Nullable DataDirectory directory;
  private final @Nullable ControlData control;
  private final @Nullable WalFiles wal;

  Disk(Node node) {
    this.node = node;
    this.directory = node.dataDirectory();
    this.control = node.controlData().orElse(null);
    this.wal = wal(node);
  }

  private static @Nullable WalFiles wal(Node node) {
    Optional<SourceFile> listing = node.output(FileKind.WAL_LIST);
    if (listing.isPresent()) {
      return listing.get().text().text().isBlank() ? null : WalFiles.of(listing.get());
    }
    DataDirectory data = node.dataDirectory();
    if (data == null || !data.has("pg_wal") || data.location() == null) {
      return null;
    }
    String prefix = "pg_wal/";
    Set<String> names =
        data.names().stream()
            .filter(n -> n.startsWith(prefix))
            .map(n -> n.substring(prefix.length()))
            .collect(Collectors.toSet());
    // A copy of the small files has no archive_status; every server's directory has.
    return names.contains("archive_status") || !names.isEmpty() ? WalFiles.of(names) : null;
  }

  /** Tells whether a data directory was given, even an empty one. */
  boolean given() {
    return directory != null;
  }

  /**
   * Tells whether Patroni takes it for empty ({@code data_directory_is_empty}): hidden files and
   * lost+found do not count.
   */
  boolean empty() {
    boolean server = control != null && control.state().isPresent();
    if (directory == null) {
      return !server;
    }
    Set<String> ours =
        directory.files().stream()
            .filter(f -> OURS.contains(f.kind()))
            .map(SourceFile::name)
            .collect(Collectors.toSet());
    return !server
        && directory.names().stream()
            .allMatch(n -> n.startsWith(".") || n.equals("lost+found") || ours.contains(n));
  }

  /** Returns its path as reports show it. */
  String path() {
    return directory == null ? "PGDATA" : directory.path();
  }

  boolean has(String name) {
    return directory != null && directory.has(name);
  }

  Optional<SourceFile> file(String name) {
    return directory == null ? Optional.empty() : directory.file(name);
  }

  /** Returns the place of the file called {@code name}, or null if it was not read. */
  @Nullable Location place(String name) {
    return file(name).map(Location::of).orElse(null);
  }

  Optional<BackupLabel> label() {
    return file("backup_label").map(BackupLabel::of);
  }

  /** Tells whether PostgreSQL still has to begin recovery of a restored backup. */
  boolean restored() {
    return has("backup_label");
  }

  Optional<ControlData> control() {
    return Optional.ofNullable(control);
  }

  Optional<WalFiles> wal() {
    return Optional.ofNullable(wal);
  }

  /** Returns the place of the listing of pg_wal, or null. */
  @Nullable Location walPlace() {
    return node.output(FileKind.WAL_LIST).map(Location::of).orElse(null);
  }

  /**
   * Returns the state that {@code pg_controldata} shows; where its output is missing, what a
   * restored backup shows: {@code in production}, or {@code in archive recovery} if it was taken
   * from a standby.
   */
  Optional<String> state() {
    Optional<String> printed = control == null ? Optional.empty() : control.state();
    if (printed.isPresent() || !restored()) {
      return printed.map(s -> s.toLowerCase(Locale.ROOT));
    }
    boolean standby = label().filter(BackupLabel::fromStandby).isPresent();
    return Optional.of(standby ? "in archive recovery" : "in production");
  }

  /** Returns the major version of PostgreSQL, or 0 if nothing shows it. */
  int postgresql() {
    return node.target().postgresql() == null ? 0 : node.target().postgresql().major();
  }

  /** Tells whether recovery parameters are settings of the server, with signal files. */
  boolean signalFiles() {
    return postgresql() == 0 || postgresql() >= 12;
  }
}
