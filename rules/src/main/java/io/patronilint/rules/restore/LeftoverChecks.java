package io.patronilint.rules.restore;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.RestoreCall;
import io.patronilint.rules.support.ShellQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a restore leaves behind that acts later. */
final class LeftoverChecks {

  private final Aftermath after;
  private final List<RestoreCheck> checks = new ArrayList<>();

  LeftoverChecks(Aftermath after) {
    this.after = after;
  }

  List<RestoreCheck> list() {
    for (Node node : after.cluster().nodes()) {
      DataDirectory data = node.dataDirectory();
      if (data != null) {
        signals(node, data);
        targetsInFiles(data);
        aside(data);
      }
      targetsInYaml(node);
    }
    boolean looked = after.cluster().nodes().stream().anyMatch(n -> n.dataDirectory() != null);
    if (!looked) {
      checks.add(
          RestoreCheck.unknown(
              "leftovers", "The data directory was not looked at; name it with --data-dir."));
    } else if (checks.stream().allMatch(RestoreCheck::settled)) {
      checks.add(
          RestoreCheck.ok("leftovers", "Nothing that would act later is left behind.", null));
    }
    return checks;
  }

  private void signals(Node node, DataDirectory data) {
    boolean leads = after.leads() && node.equals(after.node());
    if (data.has("recovery.signal")) {
      signal(
          data,
          "recovery.signal",
          "at the next restart PostgreSQL recovers once more, onto yet another timeline, or does"
              + " not start without a restore_command");
    }
    if (leads && data.has("standby.signal")) {
      signal(data, "standby.signal", "the leader of the cluster has not been promoted");
    }
    if (data.has("recovery.conf") && !node.target().postgresqlBefore(12)) {
      signal(data, "recovery.conf", "PostgreSQL 12 and newer refuse to start with it");
    }
    if (leads && data.has("backup_label")) {
      checks.add(
          RestoreCheck.open(
              "leftover-file",
              data.path()
                  + "/backup_label is still there: PostgreSQL has not begun recovery. Leave it.",
              place(data, "backup_label")));
    }
  }

  private void signal(DataDirectory data, String name, String why) {
    checks.add(
        RestoreCheck.open(
            "leftover-file",
            data.path() + "/" + name + " is left: " + why + ".",
            place(data, name),
            "rm " + ShellQuoting.word(data.path() + "/" + name)));
  }

  private static @Nullable Location place(DataDirectory data, String name) {
    return data.file(name).map(Location::of).orElse(null);
  }

  private void targetsInFiles(DataDirectory data) {
    for (String name : List.of("postgresql.auto.conf", "postgresql.base.conf")) {
      SourceFile file = data.file(name).orElse(null);
      for (String target : file == null ? List.<String>of() : RecoveryParameters.targets()) {
        ConfEntry entry = file == null ? null : file.conf().last(target);
        if (entry != null && file != null && !entry.value().isEmpty()) {
          target(target + " is left in " + file.path(), new Location(file, entry.nameSpan()));
        }
      }
    }
  }

  private void targetsInYaml(Node node) {
    BootstrapMethod method = BootstrapMethod.of(node).filter(BootstrapMethod::runs).orElse(null);
    if (method != null) {
      targets(method.recoveryConf());
      method
          .command()
          .flatMap(RestoreCall::of)
          .flatMap(call -> call.target(node.pgbackrest()))
          .ifPresent(
              t ->
                  target(
                      "The command of bootstrap." + method.name() + " has a recovery target",
                      method.method().location()));
    }
    DynamicConfig dynamic = DynamicConfig.of(node);
    for (String section : List.of("recovery_conf", "parameters")) {
      targets(node.local().at("postgresql", section));
      if (dynamic.source() == DynamicConfig.Source.GIVEN) {
        targets(dynamic.at("postgresql", section));
      }
    }
  }

  private void targets(Optional<ConfigNode> section) {
    for (ConfigNode child : section.map(ConfigNode::children).orElse(List.of())) {
      if (RecoveryParameters.targets().contains(child.key()) && child.truthy()) {
        target(child.path() + " is left", child.location());
      }
    }
  }

  private void target(String what, Location place) {
    checks.add(
        RestoreCheck.open(
            "leftover-target",
            what + ": a later recovery or bootstrap would end there again.",
            place));
  }

  private void aside(DataDirectory data) {
    for (String name : Siblings.of(data)) {
      checks.add(
          RestoreCheck.note(
              "old-data",
              name + " still takes up room. Remove it when nobody will ask for it any more.",
              null));
    }
  }
}
