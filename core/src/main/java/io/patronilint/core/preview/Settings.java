package io.patronilint.core.preview;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.conf.PatroniSanitizer;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings that decide how a node starts, for one state of the DCS. */
final class Settings {

  /**
   * A setting that is written somewhere.
   *
   * @param name its name
   * @param value its value
   * @param location where it is written
   */
  record Written(String name, String value, Location location) {}

  private final Node node;
  private final RecoverySettings recovery;
  private final DynamicConfig dynamic;

  Settings(Node node) {
    this.node = node;
    this.recovery = RecoverySettings.of(node);
    this.dynamic = recovery.dynamic();
  }

  Node node() {
    return node;
  }

  DynamicConfig dynamic() {
    return dynamic;
  }

  RecoverySettings recovery() {
    return recovery;
  }

  /** Tells whether the DCS holds a dynamic configuration that was not handed over. */
  boolean dynamicUnknown() {
    return node.dcs() == DcsState.KEPT && dynamic.source() != DynamicConfig.Source.GIVEN;
  }

  /** Returns the {@code restore_command} with which a follower runs. */
  Optional<Written> restoreCommand() {
    Optional<Written> kept = keptInAutoConf("restore_command");
    return kept.isPresent()
        ? kept
        : recovery
            .restoreCommand(node)
            .map(c -> new Written("restore_command", c.value(), c.location()));
  }

  /** Tells whether only a copy or a guess of the dynamic configuration sets it. */
  boolean restoreCommandUncertain() {
    Optional<Written> command = restoreCommand();
    if (!dynamicUnknown()) {
      return false;
    }
    if (command.isEmpty()) {
      return node.local().at("postgresql", "recovery_conf").isEmpty();
    }
    return dynamic.root() != null
        && command.get().location().file().equals(dynamic.root().file())
        && (dynamic.source() == DynamicConfig.Source.CACHE
            || command.get().location().span().start() >= dynamic.root().location().span().start());
  }

  /** Returns a line of postgresql.auto.conf that Patroni does not strip and PostgreSQL obeys. */
  private Optional<Written> keptInAutoConf(String name) {
    return autoConf()
        .flatMap(
            file -> {
              Optional<Written> found = last(autoConfLines(file), name);
              return found.filter(w -> !stripped(file, w));
            })
        .filter(w -> !w.value().isEmpty());
  }

  private Optional<SourceFile> autoConf() {
    return node.autoConf().filter(f -> RecoveryParameters.strippedFromAutoConf(node.target()));
  }

  private static Optional<Written> last(List<Written> lines, String name) {
    return lines.stream().filter(w -> w.name().equals(name)).reduce((a, b) -> b);
  }

  private static List<Written> autoConfLines(SourceFile file) {
    List<Written> lines = new ArrayList<>();
    for (ConfEntry entry : file.conf().entries()) {
      if (entry.kind() == ConfEntry.Kind.ASSIGNMENT && RecoveryParameters.contains(entry.name())) {
        lines.add(
            new Written(
                entry.name().toLowerCase(Locale.ROOT),
                entry.value(),
                new Location(file, entry.span())));
      }
    }
    return lines;
  }

  private static boolean stripped(SourceFile file, Written line) {
    return PatroniSanitizer.sanitize(file.text().text(), RecoveryParameters.names())
        .removed()
        .stream()
        .anyMatch(r -> contains(r.lineSpan(), line.location().span()));
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** Returns the settings in postgresql.auto.conf that Patroni strips and that are not empty. */
  List<Written> strippedFromAutoConf() {
    return autoConf().stream()
        .flatMap(file -> autoConfLines(file).stream().filter(w -> stripped(file, w)))
        .filter(w -> !w.value().isEmpty())
        .toList();
  }

  /**
   * Returns the recovery targets that somebody set and that a follower does not get: stripped from
   * postgresql.auto.conf, or left out of what {@code recovery_conf} gives ({@code
   * ConfigHandler.build_recovery_params}).
   */
  List<Written> targetsWithoutEffect() {
    List<Written> targets = new ArrayList<>();
    for (Written written : strippedFromAutoConf()) {
      if (RecoveryParameters.targets().contains(written.name())) {
        targets.add(written);
      }
    }
    for (String name : RecoveryParameters.targets().stream().sorted().toList()) {
      recovery.get(name).filter(ConfigNode::truthy).ifPresent(n -> targets.add(written(name, n)));
    }
    return targets;
  }

  static Written written(String name, ConfigNode n) {
    return new Written(name, n.text().orElse(""), n.location());
  }

  /** Returns {@code pause: true} of the dynamic configuration. */
  Optional<ConfigNode> pause() {
    return dynamic.at("pause").filter(Settings::on);
  }

  /** Returns the section of the dynamic configuration that makes this a standby cluster. */
  Optional<ConfigNode> standbyCluster() {
    return dynamic
        .at("standby_cluster")
        .filter(
            s ->
                List.of("host", "port", "restore_command").stream()
                    .anyMatch(k -> s.child(k).filter(ConfigNode::truthy).isPresent()));
  }

  /** Returns the tag that forbids promotion. */
  Optional<ConfigNode> noFailover(boolean priorities) {
    Optional<ConfigNode> tag = node.local().at("tags", "nofailover").filter(Settings::on);
    if (tag.isPresent() || !priorities) {
      return tag;
    }
    return node.local()
        .at("tags", "failover_priority")
        .filter(n -> node.local().at("tags", "nofailover").isEmpty())
        .filter(n -> n.text().filter(t -> t.equals("0") || t.startsWith("-")).isPresent());
  }

  /** Tells whether Patroni takes a value for true ({@code parse_bool}). */
  static boolean on(ConfigNode value) {
    String text = value.text().orElse("").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "on", "true", "yes", "1" -> true;
      default -> false;
    };
  }

  Optional<ConfigNode> bootstrap() {
    return node.local().at("bootstrap");
  }

  /**
   * Returns a value of the dynamic configuration that JSON cannot hold, so that Patroni cannot
   * write it to the DCS ({@code json.dumps} in {@code Ha._run_cycle}).
   */
  Optional<ConfigNode> notJson() {
    return dynamic.source() == DynamicConfig.Source.BOOTSTRAP && dynamic.root() != null
        ? notJson(dynamic.root())
        : Optional.empty();
  }

  private static Optional<ConfigNode> notJson(ConfigNode value) {
    if (value.isScalar()) {
      return Optional.of(value).filter(v -> hasNoJson(v.type()));
    }
    for (ConfigNode child : value.children()) {
      Optional<ConfigNode> found = notJson(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean hasNoJson(@Nullable ScalarType type) {
    return type == ScalarType.TIMESTAMP || type == ScalarType.BINARY;
  }
}
