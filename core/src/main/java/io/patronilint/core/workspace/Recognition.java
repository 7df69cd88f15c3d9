package io.patronilint.core.workspace;

import io.patronilint.core.observed.ArchiverStatus;
import io.patronilint.core.observed.BackupInfo;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.observed.WalFiles;
import io.patronilint.core.yaml.YamlDocument;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.schemas.keys.RootKeys;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a file is by its name and its content. */
final class Recognition {

  /**
   * Kubernetes and Compose files and those of cloud-init, in which a configuration may be quoted.
   */
  private static final Set<String> FOREIGN =
      Set.of("apiVersion", "services", "runcmd", "write_files");

  /** What commands print about a node, and files on the side that people hand over. */
  private static final List<FileKind> OUTPUTS =
      List.of(
          FileKind.MEMBER_LIST,
          FileKind.CONTROL_DATA,
          FileKind.WAL_LIST,
          FileKind.BACKUP_INFO,
          FileKind.ARCHIVER,
          FileKind.BARMAN);

  private Recognition() {}

  /** Returns the kinds of what commands print. */
  static List<FileKind> outputs() {
    return OUTPUTS;
  }

  /** Tells whether a folder with files of these names is a PostgreSQL data directory. */
  static boolean isDataDirectory(Collection<String> names) {
    return names.contains("PG_VERSION")
        || names.contains("backup_label")
        || names.contains("standby.signal")
        || names.contains("recovery.signal");
  }

  /** Tells what a file of a data directory is; null if it is none that is read. */
  static @Nullable FileKind inDataDirectoryOrNull(String name) {
    return switch (name) {
      case "PG_VERSION" -> FileKind.PG_VERSION;
      case "pg_controldata.txt" -> FileKind.CONTROL_DATA;
      case "pg_wal.txt" -> FileKind.WAL_LIST;
      case "postgresql.auto.conf" -> FileKind.AUTO_CONF;
      case "postgresql.conf", "postgresql.base.conf" -> FileKind.POSTGRESQL_CONF;
      case "recovery.conf" -> FileKind.RECOVERY_CONF;
      case "standby.signal", "recovery.signal" -> FileKind.SIGNAL;
      case "backup_label" -> FileKind.BACKUP_LABEL;
      case "tablespace_map" -> FileKind.TABLESPACE_MAP;
      case "patroni.dynamic.json" -> FileKind.DYNAMIC_CACHE;
      default -> null;
    };
  }

  static FileKind inDataDirectory(String name) {
    FileKind kind = inDataDirectoryOrNull(name);
    return kind == null ? FileKind.UNKNOWN : kind;
  }

  /** Tells what the name alone says; null if that is nothing. */
  static @Nullable FileKind byName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.equals("patroni.dynamic.json") || isDynamicName(name)) {
      return FileKind.DYNAMIC;
    }
    if (name.equals("postgresql.auto.conf")) {
      return FileKind.AUTO_CONF;
    }
    if (name.equals("recovery.conf")) {
      return FileKind.RECOVERY_CONF;
    }
    if (name.startsWith("pgbackrest") && name.endsWith(".conf")) {
      return FileKind.PGBACKREST;
    }
    if (name.equals("barman.conf")) {
      return FileKind.BARMAN;
    }
    if (name.equals("pg_controldata.txt")) {
      return FileKind.CONTROL_DATA;
    }
    return name.equals("patronictl-list.txt") ? FileKind.MEMBER_LIST : null;
  }

  /** Tells whether a file may hold what a command printed, whatever the name says. */
  static boolean isOutputName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".txt") || lower.endsWith(".out") || lower.endsWith(".json");
  }

  /** Tells, without parsing it, whether a file of any name may hold a dynamic configuration. */
  static boolean mayBeDynamic(SourceFile file) {
    String text = file.text().text();
    return text.contains("loop_wait") && text.contains("ttl");
  }

  /** Tells which command printed the content; null if it is none that we know. */
  static @Nullable FileKind output(SourceFile file) {
    String text = file.text().text();
    if (ControlData.looksLike(text)) {
      return FileKind.CONTROL_DATA;
    }
    if (WalFiles.looksLike(text)) {
      return FileKind.WAL_LIST;
    }
    if (ArchiverStatus.looksLike(text)) {
      return FileKind.ARCHIVER;
    }
    if (BackupInfo.looksLike(text)) {
      return FileKind.BACKUP_INFO;
    }
    return MemberList.recognises(file) ? FileKind.MEMBER_LIST : null;
  }

  /**
   * Tells whether a file called {@code name} in {@code folder} is one that pgBackRest includes: by
   * default it reads {@code conf.d/*.conf} beside pgbackrest.conf in /etc/pgbackrest.
   */
  static boolean isInclude(String folder, String name) {
    String path = "/" + folder.replace('\\', '/');
    return name.endsWith(".conf") && path.endsWith("/pgbackrest/conf.d");
  }

  /** Tells whether Barman reads a file called {@code name} in {@code folder} for its servers. */
  static boolean isBarmanServer(String folder, String name) {
    return name.endsWith(".conf") && ("/" + folder.replace('\\', '/')).endsWith("/barman.d");
  }

  static boolean isInclude(SourceFile file) {
    return isInclude(file.folder(), file.name());
  }

  private static boolean isDynamicName(String name) {
    if (!isYamlName(name) && !name.endsWith(".json")) {
      return false;
    }
    String stem = name.substring(0, name.lastIndexOf('.'));
    return stem.equals("dynamic")
        || stem.endsWith(".dynamic")
        || stem.startsWith("dynamic-")
        || stem.startsWith("dynamic_")
        || stem.endsWith("-dynamic")
        || stem.endsWith("_dynamic")
        || stem.equals("show-config")
        || stem.equals("dcs-config");
  }

  static boolean isYamlName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yml") || lower.endsWith(".yaml");
  }

  /** Tells what a file is by its name or, failing that, by its content. */
  static FileKind byNameOrContent(SourceFile file) {
    FileKind named = byName(file.name());
    if (named != null) {
      return named;
    }
    FileKind content = byContent(file);
    FileKind printed = content == null ? output(file) : content;
    return printed == null ? FileKind.UNKNOWN : printed;
  }

  /**
   * Tells what a file is that was named by hand: YAML is then taken for Patroni's even if it holds
   * next to nothing.
   */
  static FileKind named(SourceFile file) {
    if (isInclude(file)) {
      return FileKind.PGBACKREST;
    }
    if (isBarmanServer(file.folder(), file.name())) {
      return FileKind.BARMAN;
    }
    FileKind byName = byName(file.name());
    FileKind kind = byName == null ? inDataDirectory(file.name()) : byName;
    if (kind != FileKind.UNKNOWN || !file.problems().isEmpty()) {
      return kind;
    }
    FileKind content = byContent(file);
    if (content != null) {
      return content;
    }
    FileKind output = output(file);
    if (output != null) {
      return output;
    }
    boolean foreign = rootKeys(file).contains("apiVersion");
    return isYamlName(file.name()) && !foreign ? FileKind.PATRONI : FileKind.UNKNOWN;
  }

  /** Tells what the content of a YAML or environment file says; null if that is nothing. */
  static @Nullable FileKind byContent(SourceFile file) {
    if (isEnvironmentName(file.name())) {
      return file.text().text().contains("PATRONI_") ? FileKind.ENVIRONMENT : null;
    }
    return byKeys(rootKeys(file), file.name().toLowerCase(Locale.ROOT).contains("patroni"));
  }

  static boolean isEnvironmentName(String name) {
    return name.endsWith(".env") || name.startsWith(".env");
  }

  private static @Nullable FileKind byKeys(Set<String> keys, boolean named) {
    if (count(keys, FOREIGN) > 0) {
      return null;
    }
    boolean dcs = count(keys, RootKeys.dcsSections()) > 0;
    boolean postgresql = keys.contains("postgresql");
    boolean section = postgresql || dcs || keys.contains("restapi") || keys.contains("bootstrap");
    if (keys.contains("scope") && section) {
      return FileKind.PATRONI;
    }
    int local = count(keys, RootKeys.local());
    int dynamic = count(keys, RootKeys.dynamic());
    if (dynamic >= 2 && local == 0 && !dcs) {
      return FileKind.DYNAMIC;
    }
    boolean patroniShape = keys.contains("bootstrap") && (postgresql || dcs);
    boolean restShape = keys.contains("restapi") && (postgresql || dcs);
    return patroniShape || restShape || (named && section) ? FileKind.PATRONI : null;
  }

  private static int count(Set<String> keys, Set<String> known) {
    int count = 0;
    for (String key : keys) {
      count += known.contains(key) ? 1 : 0;
    }
    return count;
  }

  /** Tells whether a file without a scope holds nothing but sections of a local configuration. */
  static boolean isFragment(SourceFile file) {
    Set<String> keys = rootKeys(file);
    boolean section = false;
    for (String key : keys) {
      boolean known =
          RootKeys.local().contains(key)
              || RootKeys.dcsSections().contains(key)
              || key.equals("postgresql");
      if (!known) {
        return false;
      }
      section |= !key.equals("name") && !key.equals("namespace");
    }
    return section && !keys.contains("scope");
  }

  /** Returns the keys at the root: of the tree, or of the lines where YAML refuses the text. */
  static Set<String> rootKeys(SourceFile file) {
    YamlDocument document = file.yaml();
    Set<String> keys = new HashSet<>();
    if (document.root() instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        keys.add(entry.name());
      }
    } else if (!document.accepted() && !file.text().text().startsWith("#!")) {
      for (int line = 1; line <= file.text().lineCount(); line++) {
        String text = file.text().line(line);
        int colon = text.indexOf(':');
        if (colon > 0 && isWord(text, colon)) {
          keys.add(text.substring(0, colon));
        }
      }
    }
    return keys;
  }

  private static boolean isWord(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }
}
