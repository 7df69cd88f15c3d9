package io.patronilint.rules.restore;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.BootstrapRecipe;
import io.patronilint.rules.support.RestoreCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to change in patroni.yml so that Patroni restores by a custom bootstrap method. */
final class BootstrapChange {

  private final Site site;
  private final RestoreRequest request;
  private final List<Patch.Change> changes = new ArrayList<>();
  private final List<String> byHand = new ArrayList<>();

  private BootstrapChange(Site site, RestoreRequest request) {
    this.site = site;
    this.request = request;
  }

  /** Works the change out; what a person has to choose first is added to {@code open}. */
  static BootstrapChange of(Site site, RestoreRequest request, OpenItems open) {
    BootstrapChange change = new BootstrapChange(site, request);
    if (!hasMethod(site, request)) {
      change.prepare(open);
    }
    return change;
  }

  /** Returns the changes to files. */
  List<Patch.Change> changes() {
    return changes;
  }

  /** Returns what a person has to write. */
  List<String> byHand() {
    return byHand;
  }

  /** Tells whether nothing has to change. */
  boolean none() {
    return changes.isEmpty() && byHand.isEmpty();
  }

  /** Tells whether the configuration restores the latest state by itself, as is wanted. */
  static boolean hasMethod(Site site, RestoreRequest request) {
    return request.target().isLatest()
        && request.backup() == null
        && BootstrapMethod.of(site.node())
            .filter(BootstrapMethod::runs)
            .filter(m -> m.keepsRecoveryConf() || m.recoveryConf().isPresent())
            .filter(m -> m.recoveryConf().filter(BootstrapChange::hasTarget).isEmpty())
            .flatMap(BootstrapMethod::command)
            .flatMap(RestoreCall::of)
            .filter(call -> call.target(site.node().pgbackrest()).isEmpty())
            .isPresent();
  }

  private static boolean hasTarget(ConfigNode recoveryConf) {
    return recoveryConf.children().stream()
        .anyMatch(
            c ->
                c.key().startsWith("recovery_target")
                    && !c.key().equals("recovery_target_timeline")
                    && !c.key().equals("recovery_target_action"));
  }

  private void prepare(OpenItems open) {
    BootstrapRecipe recipe = recipe(site, request);
    if (recipe == null) {
      byHand.add(
          "bootstrap.method names a section whose command restores a backup from before the target,"
              + " with no_params: true and recovery_conf: restore_command, "
              + (request.target().isLatest()
                  ? ""
                  : request.target().parameters().keySet().iterator().next() + ", ")
              + "recovery_target_timeline: latest, recovery_target_action: promote.");
      return;
    }
    Optional<List<FileEdit>> edits = recipe.edits(site.node());
    edits.ifPresent(list -> changes.addAll(Patch.of(list).changes()));
    if (edits.isEmpty()) {
      byHand.add(
          "The file cannot be edited safely. By hand: bootstrap.method: "
              + recipe.method()
              + ", and bootstrap."
              + recipe.method()
              + ": "
              + recipe.section());
    }
    if (ToolCommands.unchosen(recipe)) {
      open.add(
          "The backup has to be chosen: the last one that ended before "
              + request.target().words()
              + ". Look at the list and ask again with --backup NAME; "
              + BootstrapRecipe.UNCHOSEN
              + " stands for it.");
    }
  }

  /** Returns the method that restores as is asked for, or null where that is not certain. */
  static @Nullable BootstrapRecipe recipe(Site site, RestoreRequest request) {
    String command = site.restoreCommand();
    if (site.program() == null || command == null) {
      return null;
    }
    Node node = site.node();
    BootstrapRecipe recipe =
        BootstrapRecipe.of(
                node, site.program(), request.target().parameters(), command, request.backup())
            .orElse(null);
    boolean taken = recipe != null && node.local().at("bootstrap", recipe.method()).isPresent();
    return recipe == null || !taken
        ? recipe
        : new BootstrapRecipe(recipe.method() + "_restore", recipe.section());
  }
}
