package io.patronilint.core.preview;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.conf.PatroniSanitizer;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.server.Leader;
import io.patronilint.core.server.ServerConfig;
import io.patronilint.core.server.Written;
import io.patronilint.core.text.Span;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings that decide how a node starts, for one state of the DCS. */
final class Settings {

  /**
   * A setting that is written somewhere.
   *
   * @param name its name
   * @param value its value
   * @param location where it is written, or null if no file holds it
   */
  record Line(String name, String value, @Nullable Location location) {}

  private static final Set<String> FALSE = Set.of("off", "false", "no", "0");

  private final Node node;
  private final EffectiveConfig effective;
  private final RecoverySettings recovery;
  private @Nullable Written started;

  Settings(Node node) {
    this.node = node;
    this.effective = EffectiveConfig.of(node);
    this.recovery = RecoverySettings.of(node);
  }

  /** Returns what Patroni writes to start PostgreSQL with nobody to follow in this cluster. */
  Written started() {
    if (started == null) {
      ServerConfig server = ServerConfig.of(effective);
      started = standbyCluster().isPresent() ? server.standbyLeader() : server.follower();
    }
    return started;
  }

  /** Returns what Patroni writes to start PostgreSQL as a replica of {@code leader}. */
  Written following(Leader leader) {
    return ServerConfig.of(effective).follower(leader);
  }

  /** Returns what Patroni writes for the bootstrap. */
  Written bootstrapped() {
    return ServerConfig.of(effective).bootstrap();
  }

  EffectiveConfig effective() {
    return effective;
  }

  Node node() {
    return node;
  }

  DynamicConfig dynamic() {
    return effective.dynamic();
  }

  RecoverySettings recovery() {
    return recovery;
  }

  /** Tells whether the DCS holds a dynamic configuration that was not handed over. */
  boolean dynamicUnknown() {
    return node.dcs() == DcsState.KEPT && dynamic().source() != DynamicConfig.Source.GIVEN;
  }

  /** Returns the {@code restore_command} with which a follower runs. */
  Optional<Line> restoreCommand() {
    return keptInAutoConf("restore_command")
        .or(() -> written("restore_command"))
        .or(() -> inBaseConf("restore_command"));
  }

  private Optional<Line> written(String name) {
    return started().recovery().stream()
        .filter(s -> s.name().equalsIgnoreCase(name) && !s.text().isEmpty())
        .findFirst()
        .map(s -> new Line(name, s.text(), s.value().origin().place().orElse(null)));
  }

  /** Patroni includes postgresql.base.conf and does not clean it. */
  private Optional<Line> inBaseConf(String name) {
    Optional<SourceFile> file =
        Optional.ofNullable(node.dataDirectory()).flatMap(d -> d.file("postgresql.base.conf"));
    ConfEntry entry = file.map(f -> f.conf().last(name)).orElse(null);
    return entry == null || entry.value().isEmpty()
        ? Optional.empty()
        : file.map(f -> new Line(name, entry.value(), new Location(f, entry.valueSpan())));
  }

  /** Returns what stands in for the dynamic configuration that the DCS holds. */
  String substitute() {
    return dynamic().source() == DynamicConfig.Source.CACHE
        ? "patroni.dynamic.json, the copy in the data directory,"
        : "bootstrap.dcs";
  }

  /** Tells whether the cluster exists and only its bootstrap.dcs sets the restore_command. */
  boolean restoreCommandGuessed() {
    return dynamicUnknown()
        && started().recovery().stream()
            .filter(s -> s.name().equalsIgnoreCase("restore_command"))
            .anyMatch(s -> s.value().origin().source() == Origin.Source.BOOTSTRAP);
  }

  /** Returns a line of postgresql.auto.conf that Patroni does not strip and PostgreSQL obeys. */
  private Optional<Line> keptInAutoConf(String name) {
    return autoConf()
        .flatMap(
            file -> {
              Optional<Line> found = last(autoConfLines(file), name);
              return found.filter(w -> !stripped(file, w));
            })
        .filter(w -> !w.value().isEmpty());
  }

  private Optional<SourceFile> autoConf() {
    return node.autoConf().filter(f -> RecoveryParameters.strippedFromAutoConf(node.target()));
  }

  private static Optional<Line> last(List<Line> lines, String name) {
    return lines.stream().filter(w -> w.name().equals(name)).reduce((a, b) -> b);
  }

  private static List<Line> autoConfLines(SourceFile file) {
    List<Line> lines = new ArrayList<>();
    for (ConfEntry entry : file.conf().entries()) {
      if (entry.kind() == ConfEntry.Kind.ASSIGNMENT && RecoveryParameters.contains(entry.name())) {
        lines.add(
            new Line(
                entry.name().toLowerCase(Locale.ROOT),
                entry.value(),
                new Location(file, entry.span())));
      }
    }
    return lines;
  }

  private static boolean stripped(SourceFile file, Line line) {
    return PatroniSanitizer.sanitize(file.text().text(), RecoveryParameters.names())
        .removed()
        .stream()
        .anyMatch(r -> line.location() != null && contains(r.lineSpan(), line.location().span()));
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** Returns the settings in postgresql.auto.conf that Patroni strips and that are not empty. */
  List<Line> strippedFromAutoConf() {
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
  List<Line> targetsWithoutEffect() {
    List<Line> targets = new ArrayList<>();
    for (Line written : strippedFromAutoConf()) {
      if (RecoveryParameters.targets().contains(written.name())) {
        targets.add(written);
      }
    }
    for (String name : RecoveryParameters.targets().stream().sorted().toList()) {
      recovery.get(name).filter(ConfigNode::truthy).ifPresent(n -> targets.add(line(name, n)));
    }
    return targets;
  }

  static Line line(String name, ConfigNode n) {
    return new Line(name, n.text().orElse(""), n.location());
  }

  /** Returns {@code pause: true} of the dynamic configuration. */
  Optional<ConfigNode> pause() {
    return dynamic().at("pause").filter(Settings::on);
  }

  /** Returns the section of the dynamic configuration that makes this a standby cluster. */
  Optional<ConfigNode> standbyCluster() {
    return dynamic()
        .at("standby_cluster")
        .filter(
            s ->
                List.of("host", "port", "restore_command").stream()
                    .anyMatch(k -> s.child(k).filter(ConfigNode::truthy).isPresent()));
  }

  /** Returns the tag that forbids promotion ({@code Tags.nofailover}). */
  Optional<Line> noFailover(boolean priorities) {
    Optional<Value> tag = effective.at("tags", "nofailover");
    if (tag.isPresent() && !tag.get().isNull()) {
      return tag.filter(Settings::forbids).map(v -> line("nofailover", v));
    }
    return priorities
        ? effective
            .at("tags", "failover_priority")
            .filter(v -> v.text().filter(t -> t.equals("0") || t.startsWith("-")).isPresent())
            .map(v -> line("failover_priority", v))
        : Optional.empty();
  }

  private static boolean forbids(Value tag) {
    return tag.truthy()
        && !tag.text().filter(t -> FALSE.contains(t.toLowerCase(Locale.ROOT))).isPresent();
  }

  private static Line line(String name, Value value) {
    return new Line(name, value.text().orElse(""), value.origin().place().orElse(null));
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
    ConfigNode root = dynamic().root();
    return dynamic().source() == DynamicConfig.Source.BOOTSTRAP && root != null
        ? notJson(root)
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
