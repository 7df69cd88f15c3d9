package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.EditValue;
import io.patronilint.rules.support.Patronictl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves recovery parameters from {@code parameters} to {@code recovery_conf} beside it. */
final class MoveToRecoveryConf {

  private MoveToRecoveryConf() {}

  /**
   * Returns the fix for all recovery parameters of one mapping.
   *
   * @param parameters all recovery parameters that the node has, in the order of their places
   * @return empty if {@code recovery_conf} of another file is concerned, has another value for one
   *     of them, or the file cannot be edited safely
   */
  static Optional<Fix> fix(Node node, RecoverySettings settings, List<ConfigNode> parameters) {
    ConfigNode first = parameters.get(0);
    List<Object> section = new ArrayList<>(first.keys());
    section.subList(section.size() - 2, section.size()).clear();
    section.add("recovery_conf");
    for (ConfigNode lost : settings.lost()) {
      boolean sibling =
          lost.file().equals(first.file())
              && lost.keys().subList(0, lost.keys().size() - 1).equals(section);
      boolean conflict = parameters.stream().anyMatch(p -> p.key().equalsIgnoreCase(lost.key()));
      if (!sibling || conflict) {
        return Optional.empty();
      }
    }
    boolean there = !settings.lost().isEmpty();
    return edits(parameters, section, there).map(edits -> fix(node, parameters, edits));
  }

  private static Fix fix(Node node, List<ConfigNode> parameters, List<FileEdit> edits) {
    String what = parameters.size() == 1 ? parameters.get(0).key() : "the recovery parameters";
    List<String> conditions = new ArrayList<>();
    if (!node.target().postgresqlAtLeast(14)) {
      conditions.add(
          "On PostgreSQL 12 and 13 Patroni restarts running replicas if restore_command changes.");
    }
    return new Fix(
        "move-to-recovery-conf",
        "Move " + what + " to recovery_conf",
        Safety.SAFE,
        edits,
        Patronictl.move(node, parameters, "recovery_conf").map(List::of).orElse(List.of()),
        conditions);
  }

  private static Optional<List<FileEdit>> edits(
      List<ConfigNode> parameters, List<Object> section, boolean there) {
    List<EditResult> results = new ArrayList<>();
    if (parameters.size() == 1 || there) {
      for (ConfigNode parameter : parameters) {
        List<Object> to = new ArrayList<>(section);
        to.add(parameter.key());
        results.add(YamlEditor.move(parameter.file(), parameter.keys(), to));
      }
    } else {
      Map<String, Object> values = new LinkedHashMap<>();
      for (ConfigNode parameter : parameters) {
        values.put(parameter.key(), EditValue.of(parameter));
        results.add(YamlEditor.remove(parameter.file(), parameter.keys()));
      }
      results.add(YamlEditor.set(parameters.get(0).file(), section, values));
    }
    List<FileEdit> edits = new ArrayList<>();
    for (EditResult result : results) {
      if (!result.possible()) {
        return Optional.empty();
      }
      edits.addAll(result.edits());
    }
    return Optional.of(edits);
  }
}
