package io.patronilint.rules.restore;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ClusterMember;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.StandbyClusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the cluster is out of recovery and whole. */
final class RecoveryChecks {

  private final Aftermath after;

  RecoveryChecks(Aftermath after) {
    this.after = after;
  }

  List<RestoreCheck> list() {
    List<RestoreCheck> checks = new ArrayList<>();
    checks.add(leader());
    checks.add(recoveryEnded());
    checks.add(members());
    paused()
        .ifPresent(
            place ->
                checks.add(
                    RestoreCheck.open(
                        "pause",
                        "The cluster is in maintenance mode: nothing fails over.",
                        place,
                        Patronictl.of(after.node(), "resume", ""))));
    return checks;
  }

  private Optional<Location> paused() {
    if (after.members() != null && after.members().paused()) {
      return Optional.of(after.members().place());
    }
    DynamicConfig dynamic = DynamicConfig.of(after.node());
    return dynamic.source() == DynamicConfig.Source.GIVEN
        ? dynamic.at("pause").filter(ConfigNode::truthy).map(ConfigNode::location)
        : Optional.empty();
  }

  private RestoreCheck leader() {
    if (after.members() == null) {
      return RestoreCheck.unknown(
          "leader",
          "Which member leads is not known.",
          Patronictl.of(after.node(), "list", "-f json") + " > patronictl-list.txt");
    }
    Optional<ClusterMember> leader = after.leading();
    if (leader.isEmpty()) {
      return RestoreCheck.open("leader", "No member leads.", after.members().place());
    }
    ClusterMember member = leader.get();
    return member.running()
        ? RestoreCheck.ok("leader", member.name() + " leads.", member.location())
        : RestoreCheck.open(
            "leader",
            member.name() + " leads, but PostgreSQL there is '" + member.state() + "'.",
            member.location());
  }

  private RestoreCheck recoveryEnded() {
    String id = "recovery-ended";
    Optional<ControlData> control = after.control();
    String state = control.flatMap(ControlData::state).orElse("");
    if (control.isEmpty() || state.isEmpty()) {
      return RestoreCheck.unknown(
          id,
          "Whether the leader is out of recovery is not known.",
          "LANG=C pg_controldata PGDATA > pg_controldata.txt");
    }
    Location place = control.get().statePlace();
    boolean standby = StandbyClusters.of(after.node()).isPresent();
    if (standby && state.equals("in archive recovery")) {
      return RestoreCheck.ok(id, "A standby cluster's leader stays in recovery.", place);
    }
    return switch (state) {
      case "in production" ->
          RestoreCheck.ok(
              id,
              "PostgreSQL is out of recovery"
                  + (after.timeline() > 0 ? ", on timeline " + after.timeline() : "")
                  + ".",
              place);
      case "in archive recovery" ->
          RestoreCheck.open(id, "PostgreSQL is still in recovery." + waits(), place);
      default ->
          RestoreCheck.open(id, "PostgreSQL does not run: its state is '" + state + "'.", place);
    };
  }

  private String waits() {
    DataDirectory data = after.node().dataDirectory();
    return data != null && data.has("backup_label")
        ? " It has not found the WAL at the start of the backup yet (backup_label is there)."
        : "";
  }

  private RestoreCheck members() {
    String id = "members";
    if (after.members() == null) {
      return RestoreCheck.unknown(id, "The state of the other members is not known.");
    }
    List<String> behind = new ArrayList<>();
    Location place = null;
    for (ClusterMember member : after.all()) {
      boolean other = member.timeline() > 0 && member.timeline() != after.timeline();
      if (!member.running() || other) {
        behind.add(
            member.name()
                + " is '"
                + member.state()
                + "'"
                + (other ? " on timeline " + member.timeline() : ""));
        place = place == null ? member.location() : place;
      }
    }
    if (behind.isEmpty()) {
      int count = after.all().size();
      return RestoreCheck.ok(
          id,
          count == 1 ? "It is the only member." : "All " + count + " members run on its timeline.",
          after.members().place());
    }
    return RestoreCheck.open(
        id,
        String.join(", ", behind) + ".",
        place,
        Patronictl.of(after.node(), "reinit", "MEMBER --force"));
  }
}
