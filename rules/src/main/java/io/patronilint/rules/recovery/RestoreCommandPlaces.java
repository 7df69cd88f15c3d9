package io.patronilint.rules.recovery;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import java.util.Optional;

/** Finds the places that belong to a {@code restore_command} that Patroni strips. */
final class RestoreCommandPlaces {

  private RestoreCommandPlaces() {}

  /** Adds where the command belongs, and what may have been tried to no effect. */
  static void add(Finding.Builder finding, Node node, RecoverySettings settings, boolean guess) {
    whereItBelongs(finding, node, settings);
    bootstrap(finding, node, settings, guess);
    BootstrapMethod.of(node)
        .filter(method -> method.runs() && DataState.freshlyRestored(node))
        .ifPresent(
            method ->
                finding.related(
                    method.method().keyLocation(),
                    "this does not run: the data directory is not empty"));
    node.local()
        .at("postgresql", "custom_conf")
        .filter(ConfigNode::truthy)
        .ifPresent(
            n -> finding.related(n.keyLocation(), "unless this file has one, which was not read"));
    DynamicConfig dynamic = settings.dynamic();
    if (dynamic.root() != null && dynamic.source() != DynamicConfig.Source.BOOTSTRAP) {
      ConfigNode root = dynamic.root();
      Location place = root.child("postgresql").map(ConfigNode::keyLocation).orElse(at(root));
      finding.related(place, "the dynamic configuration has no restore_command");
    }
    signal(finding, node);
  }

  private static Location at(ConfigNode root) {
    return Location.of(root.file());
  }

  private static void whereItBelongs(
      Finding.Builder finding, Node node, RecoverySettings settings) {
    Optional<ConfigNode> postgresql = node.local().at("postgresql");
    if (settings.source() == RecoverySettings.Source.PARAMETERS) {
      settings.settings().values().stream()
          .min((a, b) -> a.path().compareTo(b.path()))
          .ifPresent(
              n ->
                  finding.related(
                      n.keyLocation(),
                      "recovery parameters stand here, so it belongs beside them"));
      return;
    }
    postgresql
        .flatMap(p -> p.child("recovery_conf"))
        .or(() -> postgresql)
        .ifPresent(n -> finding.related(n.keyLocation(), "it belongs in postgresql.recovery_conf"));
  }

  private static void bootstrap(
      Finding.Builder finding, Node node, RecoverySettings settings, boolean guess) {
    Optional<ConfigNode> dcs = node.local().at("bootstrap", "dcs", "postgresql");
    Optional<ConfigNode> command =
        dcs.flatMap(p -> p.at("recovery_conf", "restore_command"))
            .or(() -> dcs.flatMap(p -> p.at("parameters", "restore_command")));
    boolean cached = settings.dynamic().source() == DynamicConfig.Source.CACHE;
    String why =
        guess
            ? "this counts only if it stood here when the cluster was created"
            : node.dcs() == DcsState.WIPED && cached
                ? "this has no effect: patroni.dynamic.json in the data directory comes first"
                : "this has no effect: Patroni reads bootstrap.dcs when it creates a cluster";
    command.ifPresent(n -> finding.related(n.keyLocation(), why));
  }

  private static void signal(Finding.Builder finding, Node node) {
    DataDirectory data = node.dataDirectory();
    if (data == null) {
      return;
    }
    data.file("recovery.signal")
        .ifPresent(
            f ->
                finding.related(
                    Location.of(f),
                    "this does not help: Patroni starts an existing data directory as a standby"
                        + " and cleans postgresql.auto.conf before PostgreSQL reads it"));
    data.file("backup_label")
        .ifPresent(
            f ->
                finding.related(
                    Location.of(f), "a restored backup: PostgreSQL needs WAL from the archive"));
  }
}
