package io.patronilint.rules.recovery;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.BootstrapRecipe;
import io.patronilint.rules.support.FlowYaml;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets Patroni restore the backup itself, by a custom bootstrap method. */
final class CustomBootstrapRemedy {

  private static final String NAME = "custom-bootstrap";

  private CustomBootstrapRemedy() {}

  /**
   * Returns the remedy; empty if the backup tool is not recognised in {@code restoreCommand}, or if
   * the bootstrap section already holds something else.
   *
   * @param recovery the recovery parameters that ask for the restore, for its target
   */
  static Optional<Fix> of(Node node, Map<String, String> recovery, String restoreCommand) {
    Optional<BootstrapMethod> method = BootstrapMethod.of(node);
    if (method.isPresent()) {
      return method
          .filter(m -> m.runs() && (m.keepsRecoveryConf() || m.recoveryConf().isPresent()))
          .map(m -> fix(node, "Restore with bootstrap.method " + m.name(), List.of()));
    }
    return added(node, recovery, restoreCommand, List.of());
  }

  /**
   * Returns the remedy for a target that stands where Patroni never writes it. A tool that is not
   * recognised leaves a part to the operator.
   *
   * @param target the recovery parameters, a target among them
   * @param removal the edits that take them out from where they stand
   */
  static Fix forTarget(
      Node node, Map<String, String> target, String restoreCommand, List<FileEdit> removal) {
    boolean free = BootstrapMethod.of(node).isEmpty();
    Optional<Fix> fix = free ? added(node, target, restoreCommand, removal) : Optional.empty();
    return fix.orElseGet(() -> byHand(node, target, restoreCommand));
  }

  private static Optional<Fix> added(
      Node node, Map<String, String> recovery, String restoreCommand, List<FileEdit> more) {
    BootstrapRecipe restore = BootstrapRecipe.of(node, recovery, restoreCommand).orElse(null);
    if (restore == null || node.local().at("bootstrap", restore.method()).isPresent()) {
      return Optional.empty();
    }
    Optional<List<FileEdit>> edits = restore.edits(node);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    List<FileEdit> all = new ArrayList<>(more);
    all.addAll(edits.get());
    return Optional.of(fix(node, "Add the bootstrap method " + restore.method(), all));
  }

  private static Fix byHand(Node node, Map<String, String> target, String restoreCommand) {
    Fix commands = fix(node, "Give the target to a custom bootstrap method", List.of());
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("restore_command", restoreCommand);
    settings.putAll(target);
    settings.put("recovery_target_action", "promote");
    settings.values().removeIf(String::isEmpty);
    List<String> conditions = new ArrayList<>();
    conditions.add(
        "bootstrap.method names a method whose command restores a base backup older than the"
            + " target, with no_params: true.");
    conditions.add("Its section has recovery_conf: " + FlowYaml.of(settings));
    conditions.addAll(commands.conditions());
    return new Fix(
        NAME, commands.title(), Safety.DISPLAY, List.of(), commands.commands(), conditions);
  }

  private static Fix fix(Node node, String title, List<FileEdit> edits) {
    String data = DataState.path(node);
    String path = ShellQuoting.word(data);
    String aside = ShellQuoting.word(data + ".restored");
    return new Fix(
        NAME,
        title,
        edits.isEmpty() ? Safety.DISPLAY : Safety.UNSAFE,
        edits,
        List.of(
            Patronictl.removeCluster(node),
            "mv " + path + " " + aside + " && mkdir -m 700 " + path),
        List.of(
            "It works only if the DCS has forgotten the cluster and the data directory is empty.",
            "Stop Patroni on every member before the commands; start it on this member first.",
            "The new cluster starts with bootstrap.dcs as its dynamic configuration."));
  }
}
