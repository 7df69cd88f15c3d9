package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.Location;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recovery parameters of a postgresql.auto.conf, told apart by what Patroni does to them.
 *
 * <p>{@code ConfigHandler._sanitize_auto_conf} removes the lines that start with a recovery
 * parameter in lower case and an equals sign. PostgreSQL takes names in any case and needs no
 * equals sign, so such lines stay and keep their effect.
 *
 * @param file the file
 * @param stripped entries that Patroni removes when it writes PostgreSQL's configuration, in order
 * @param kept entries that it leaves alone, in order
 */
record AutoConf(SourceFile file, List<ConfEntry> stripped, List<ConfEntry> kept) {

  AutoConf {
    stripped = List.copyOf(stripped);
    kept = List.copyOf(kept);
  }

  /**
   * Reads the file of {@code node}; empty if there is none, or if the node's versions leave it
   * alone.
   */
  static Optional<AutoConf> of(Node node) {
    return node.autoConf()
        .filter(file -> RecoveryParameters.strippedFromAutoConf(node.target()))
        .map(AutoConf::read);
  }

  /** Returns what a postgresql.auto.conf without recovery parameters, or none at all, comes to. */
  static AutoConf nothingIn(SourceFile file) {
    return new AutoConf(file, List.of(), List.of());
  }

  private static AutoConf read(SourceFile file) {
    List<ConfEntry> stripped = new ArrayList<>();
    List<ConfEntry> kept = new ArrayList<>();
    for (ConfEntry entry : file.conf().entries()) {
      if (entry.kind() == ConfEntry.Kind.ASSIGNMENT && RecoveryParameters.contains(entry.name())) {
        (isStripped(file, entry) ? stripped : kept).add(entry);
      }
    }
    return new AutoConf(file, stripped, kept);
  }

  private static boolean isStripped(SourceFile file, ConfEntry entry) {
    String between =
        file.text().text().substring(entry.nameSpan().end(), entry.valueSpan().start());
    boolean lowerCase = entry.name().chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
    return lowerCase && between.contains("=");
  }

  /** Returns the last entry for {@code name} that Patroni removes, unless its value is empty. */
  Optional<ConfEntry> stripped(String name) {
    return last(stripped, name);
  }

  /** Returns the last entry for {@code name} that stays, unless its value is empty. */
  Optional<ConfEntry> kept(String name) {
    return last(kept, name);
  }

  /** Returns the recovery targets that Patroni removes and that are not empty. */
  List<ConfEntry> strippedTargets() {
    return stripped.stream()
        .filter(e -> RecoveryParameters.targets().contains(e.name()) && !e.value().isEmpty())
        .toList();
  }

  /** Returns the values that Patroni removes and that are not empty, the last one of each name. */
  Map<String, String> strippedValues() {
    Map<String, String> values = new LinkedHashMap<>();
    for (ConfEntry entry : stripped) {
      values.put(entry.name(), entry.value());
    }
    values.values().removeIf(String::isEmpty);
    return values;
  }

  /** Returns the place of {@code entry}. */
  Location at(ConfEntry entry) {
    return new Location(file, entry.span());
  }

  private static Optional<ConfEntry> last(List<ConfEntry> entries, String name) {
    return entries.stream()
        .filter(e -> e.name().equalsIgnoreCase(name))
        .reduce((first, second) -> second)
        .filter(e -> !e.value().isEmpty());
  }
}
