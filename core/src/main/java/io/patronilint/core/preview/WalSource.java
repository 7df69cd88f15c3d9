package io.patronilint.core.preview;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import java.util.Optional;

/** Where a standby without a leader gets WAL from. */
final class WalSource {

  private WalSource() {}

  /** Returns whether WAL can be fetched, and if not why, as the end of a sentence. */
  static Fetch of(Situation at, Draft draft) {
    Optional<Settings.Line> command = at.settings().restoreCommand();
    if (at.settings().dynamicUnknown()) {
      draft.assume(
          "The dynamic configuration that the DCS holds is not at hand; "
              + at.settings().substitute()
              + " stands in for it. `patronictl show-config > dynamic.yml` gives the real one.");
    }
    if (command.isEmpty()) {
      explainMissing(at, draft);
      return new Fetch(false, "no restore_command reaches PostgreSQL");
    }
    Fetch fetch = Fetch.of(command.get().value(), at.node().pgbackrest());
    draft.evidence(
        command.get().location(),
        fetch.works()
            ? "this restore_command is used"
            : "this restore_command is used and cannot fetch WAL: " + fetch.why());
    return fetch.works()
        ? fetch
        : new Fetch(false, "its restore_command cannot fetch WAL (" + fetch.why() + ")");
  }

  /** Points at the commands that somebody wrote and that do not count. */
  private static void explainMissing(Situation at, Draft draft) {
    at.settings().strippedFromAutoConf().stream()
        .filter(w -> w.name().equals("restore_command"))
        .forEach(
            w ->
                draft.evidence(
                    w.location(),
                    "Patroni removes this restore_command before it starts PostgreSQL"));
    for (ConfigNode lost : at.settings().recovery().lost()) {
      if (lost.key().equalsIgnoreCase("restore_command")) {
        draft.evidence(
            lost.location(),
            "this restore_command is replaced by recovery parameters set elsewhere");
      }
    }
    at.node()
        .local()
        .at("bootstrap", "dcs", "postgresql", "recovery_conf", "restore_command")
        .filter(n -> at.settings().dynamic().source() != DynamicConfig.Source.BOOTSTRAP)
        .ifPresent(
            n -> draft.evidence(n.location(), "this is not used: the dynamic configuration is"));
    Location signal = at.disk().place("recovery.signal");
    if (signal != null) {
      draft.evidence(signal, "recovery.signal does not help: Patroni starts a standby");
    }
  }
}
