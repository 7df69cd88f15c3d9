package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.PlanStep.Where;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts the restore_command where Patroni takes it from, on every member. */
final class RestoreCommandStep {

  private final Site site;

  RestoreCommandStep(Site site) {
    this.site = site;
  }

  PlanStep step() {
    PlanStep.Builder step =
        PlanStep.named(
                "set-restore-command", "Have Patroni pass the restore_command on", Where.EVERY)
            .why(
                "Patroni removes the one that the backup tool puts into postgresql.auto.conf, with"
                    + " DCS or without. It has to stand where Patroni takes it from.");
    if (site.restoreCommand() == null) {
      return step.note("Set postgresql.recovery_conf.restore_command to what fetches your WAL.")
          .step();
    }
    List<FileEdit> edits = new ArrayList<>();
    for (Node node : site.cluster().nodes()) {
      if (isSet(node)) {
        step.note(node.name() + " has it already.");
      } else {
        EditResult result = edit(node, Objects.requireNonNull(site.restoreCommand()));
        edits.addAll(result.edits());
        if (!result.possible()) {
          step.note("Edit the file of " + node.name() + " by hand: " + result.refusal());
        }
      }
    }
    return step.changes(Patch.of(edits).changes())
        .note(
            "It may stay: replicas catch up from the archive with it, and the next restore needs it.")
        .step();
  }

  /** What only the dynamic configuration holds counts as long as the DCS has it. */
  private boolean isSet(Node node) {
    RecoverySettings settings = RecoverySettings.of(node);
    Optional<ConfigNode> command = settings.get("restore_command").filter(ConfigNode::truthy);
    boolean local = command.filter(c -> node.local().files().contains(c.file())).isPresent();
    boolean bootstrap = command.filter(c -> c.path().startsWith("bootstrap.")).isPresent();
    boolean dynamic =
        site.dcs() == DcsState.KEPT
            && command.filter(c -> c.file().kind() == FileKind.DYNAMIC).isPresent();
    return (local && !bootstrap) || dynamic;
  }

  /**
   * Returns the section of {@code postgresql} that the command belongs into: recovery parameters
   * under {@code parameters} replace recovery_conf, so it joins them.
   */
  static String section(Node node) {
    boolean parameters = RecoverySettings.of(node).source() == RecoverySettings.Source.PARAMETERS;
    return parameters ? "parameters" : "recovery_conf";
  }

  private static EditResult edit(Node node, String command) {
    SourceFile file = node.local().at("postgresql").map(ConfigNode::file).orElse(node.mainFile());
    return YamlEditor.set(file, List.of("postgresql", section(node), "restore_command"), command);
  }
}
