package io.patronilint.rules.support;

import io.patronilint.core.ini.IniFile;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stanza of pgbackrest.conf: its section and those for single commands.
 *
 * @param name the stanza
 * @param file the file
 */
public record Stanza(String name, SourceFile file) {

  /** Returns the stanzas of all files of pgBackRest that {@code node} has. */
  public static List<Stanza> of(Node node) {
    List<SourceFile> files = new ArrayList<>(node.pgbackrestIncludes());
    SourceFile main = node.pgbackrest();
    if (main != null && !files.contains(main)) {
      files.add(0, main);
    }
    return files.stream().flatMap(f -> of(f).stream()).toList();
  }

  /** Returns the stanzas of {@code file} in order. */
  public static List<Stanza> of(SourceFile file) {
    return file.ini().sections().stream()
        .map(section -> stanzaOf(section.name()))
        .filter(name -> !name.equals("global") && !Templates.unrendered(name))
        .distinct()
        .map(name -> new Stanza(name, file))
        .toList();
  }

  private static String stanzaOf(String section) {
    int colon = section.indexOf(':');
    return colon < 0 ? section : section.substring(0, colon);
  }

  /** Returns the value of an option as all commands see it. */
  public Optional<IniFile.Key> option(String option) {
    for (String section : List.of(name, "global")) {
      List<IniFile.Key> keys = file.ini().keys(section, option);
      if (!keys.isEmpty()) {
        return Optional.of(keys.get(keys.size() - 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the data directories of this stanza that are on the machine itself: paths of PostgreSQL
   * without a host.
   */
  public List<IniFile.Key> localPaths() {
    return numbered("pg", "path");
  }

  /** Returns the paths of repositories that are on the machine itself, in a file system. */
  public List<IniFile.Key> localRepositories() {
    return numbered("repo", "path").stream()
        .filter(
            key -> {
              String type = key.name().replace("-path", "-type");
              return option(type).map(IniFile.Key::value).orElse("posix").equals("posix");
            })
        .toList();
  }

  private List<IniFile.Key> numbered(String what, String option) {
    List<IniFile.Key> found = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      String number = what + i + "-";
      Optional<IniFile.Key> path = option(number + option);
      if (path.isPresent() && option(number + "host").isEmpty()) {
        found.add(path.get());
      }
    }
    return found;
  }
}
