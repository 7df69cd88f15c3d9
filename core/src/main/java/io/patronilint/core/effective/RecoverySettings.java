package io.patronilint.core.effective;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The recovery settings that a node runs with as a follower, which is what Patroni starts every
 * existing data directory as.
 *
 * <p>One source wins as a whole ({@code ConfigHandler._adjust_recovery_parameters} and {@code
 * Config._build_effective_configuration}): recovery parameters under {@code postgresql.parameters}
 * of the local or the dynamic configuration, else the local {@code postgresql.recovery_conf} (even
 * if it is empty), else the dynamic one.
 *
 * @param source which source wins
 * @param settings what the winning source sets, by lower-case name
 * @param lost settings of {@code recovery_conf} that have no effect because another source wins
 * @param dynamic the dynamic configuration it was worked out with
 */
public record RecoverySettings(
    Source source, Map<String, ConfigNode> settings, List<ConfigNode> lost, DynamicConfig dynamic) {

  /** Which source wins. */
  public enum Source {
    /** Recovery parameters under {@code postgresql.parameters}. */
    PARAMETERS,
    /** {@code postgresql.recovery_conf} of the local configuration. */
    LOCAL,
    /** {@code postgresql.recovery_conf} of the dynamic configuration. */
    DYNAMIC,
    /** Nothing is set anywhere. */
    NONE
  }

  /**
   * The {@code restore_command} that a follower gets.
   *
   * @param value the command
   * @param location where it is set
   */
  public record RestoreCommand(String value, Location location) {}

  /** Copies the collections. */
  public RecoverySettings {
    settings = Map.copyOf(settings);
    lost = List.copyOf(lost);
  }

  /** Works out the settings of {@code node}. */
  public static RecoverySettings of(Node node) {
    DynamicConfig dynamic = DynamicConfig.of(node);
    Optional<ConfigNode> local = node.local().at("postgresql", "recovery_conf");
    Optional<ConfigNode> remote = dynamic.at("postgresql", "recovery_conf");
    Map<String, ConfigNode> parameters = new LinkedHashMap<>();
    collect(dynamic.at("postgresql", "parameters"), parameters);
    collect(node.local().at("postgresql", "parameters"), parameters);
    List<ConfigNode> lost = new ArrayList<>();
    if (!parameters.isEmpty()) {
      (local.isPresent() ? local : remote).ifPresent(n -> lost.addAll(n.children()));
      return new RecoverySettings(Source.PARAMETERS, parameters, lost, dynamic);
    }
    if (local.isPresent()) {
      remote.ifPresent(n -> lost.addAll(n.children()));
      return new RecoverySettings(Source.LOCAL, byName(local.get()), lost, dynamic);
    }
    return remote
        .map(n -> new RecoverySettings(Source.DYNAMIC, byName(n), lost, dynamic))
        .orElseGet(() -> new RecoverySettings(Source.NONE, Map.of(), lost, dynamic));
  }

  private static void collect(Optional<ConfigNode> parameters, Map<String, ConfigNode> into) {
    for (ConfigNode child : parameters.map(ConfigNode::children).orElse(List.of())) {
      if (RecoveryParameters.contains(child.key())) {
        into.put(child.key().toLowerCase(Locale.ROOT), child);
      }
    }
  }

  private static Map<String, ConfigNode> byName(ConfigNode recoveryConf) {
    Map<String, ConfigNode> settings = new LinkedHashMap<>();
    if (recoveryConf.isMapping()) {
      recoveryConf.children().forEach(c -> settings.put(c.key().toLowerCase(Locale.ROOT), c));
    }
    return settings;
  }

  /** Returns the setting called {@code name} of the winning source. */
  public Optional<ConfigNode> get(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /**
   * Returns the {@code restore_command} that a follower gets: of {@code standby_cluster}, of the
   * winning source, or of postgresql.base.conf, which Patroni includes and does not clean.
   */
  public Optional<RestoreCommand> restoreCommand(Node node) {
    return dynamic
        .at("standby_cluster", "restore_command")
        .filter(ConfigNode::truthy)
        .or(() -> get("restore_command"))
        .flatMap(RecoverySettings::command)
        .or(() -> inBaseConf(node));
  }

  private static Optional<RestoreCommand> command(ConfigNode node) {
    return node.text()
        .filter(text -> !text.isEmpty())
        .map(text -> new RestoreCommand(text, node.valueLocation()));
  }

  private static Optional<RestoreCommand> inBaseConf(Node node) {
    if (node.dataDirectory() == null) {
      return Optional.empty();
    }
    Optional<SourceFile> file = node.dataDirectory().file("postgresql.base.conf");
    ConfEntry entry = file.map(f -> f.conf().last("restore_command")).orElse(null);
    return entry == null || entry.value().isEmpty()
        ? Optional.empty()
        : file.map(f -> new RestoreCommand(entry.value(), new Location(f, entry.valueSpan())));
  }
}
