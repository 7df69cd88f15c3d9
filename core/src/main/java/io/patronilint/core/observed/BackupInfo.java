package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pgbackrest info --output=json} printed of one stanza.
 *
 * @param stanza its name
 * @param newestWal the newest WAL file in its archive for the newest database; empty if there is
 *     none
 * @param backups its backups, oldest first
 * @param place the stanza's place
 */
public record BackupInfo(String stanza, String newestWal, List<Backup> backups, Location place) {

  /**
   * A backup.
   *
   * @param label its name
   * @param stopWal the last WAL file that it needs; its first eight digits are the timeline
   * @param failed whether it holds pages with wrong checksums
   */
  public record Backup(String label, String stopWal, boolean failed) {}

  /** Copies the list. */
  public BackupInfo {
    backups = List.copyOf(backups);
  }

  /** Tells whether {@code text} looks like this output. */
  public static boolean looksLike(String text) {
    return text.stripLeading().startsWith("[")
        && text.contains("\"backup\"")
        && text.contains("\"archive\"")
        && text.contains("\"db\"");
  }

  /** Reads all stanzas of {@code file}; none if it holds no such output. */
  public static List<BackupInfo> all(SourceFile file) {
    ConfigNode root = ConfigTree.of(file).root();
    List<BackupInfo> stanzas = new ArrayList<>();
    if (root != null && root.isSequence()) {
      root.children().forEach(stanza -> stanzas.add(of(stanza)));
    }
    return stanzas;
  }

  private static BackupInfo of(ConfigNode stanza) {
    String newest = "";
    int database = 0;
    for (ConfigNode archive : children(stanza, "archive")) {
      String wal = text(archive, "max");
      int id =
          MemberTable.number(archive.at("database", "id").flatMap(ConfigNode::text).orElse(""));
      // An upgraded database starts anew with timeline 1; several repositories hold the same one.
      if (!wal.isEmpty() && (id > database || (id == database && wal.compareTo(newest) > 0))) {
        newest = wal;
        database = id;
      }
    }
    List<Backup> backups = new ArrayList<>();
    for (ConfigNode backup : children(stanza, "backup")) {
      backups.add(
          new Backup(
              text(backup, "label"),
              backup.at("archive", "stop").flatMap(ConfigNode::text).orElse(""),
              backup.child("error").filter(ConfigNode::truthy).isPresent()));
    }
    return new BackupInfo(text(stanza, "name"), newest, backups, stanza.location());
  }

  private static List<ConfigNode> children(ConfigNode stanza, String name) {
    Optional<ConfigNode> list = stanza.child(name).filter(ConfigNode::isSequence);
    return list.map(ConfigNode::children).orElse(List.of());
  }

  private static String text(ConfigNode node, String key) {
    return node.child(key).flatMap(ConfigNode::text).orElse("");
  }

  /** Returns the newest backup that was made on {@code timeline}. */
  public Optional<Backup> newestOn(int timeline) {
    Optional<Backup> found = Optional.empty();
    for (Backup backup : backups) {
      if (WalFiles.timeline(backup.stopWal()) == timeline) {
        found = Optional.of(backup);
      }
    }
    return found;
  }
}
