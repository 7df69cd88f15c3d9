package io.patronilint.core.preview;

import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;
import java.util.List;
import java.util.Optional;

/** Configurations with which Patroni does not even begin ({@code Patroni.__init__}). */
final class Refusal {

  private static final List<String> STORES =
      List.of("etcd", "etcd3", "consul", "zookeeper", "exhibitor", "kubernetes", "raft");

  private Refusal() {}

  /** Returns the verdict on a configuration that cannot be used, whatever the DCS holds. */
  static Optional<Verdict> of(Node node) {
    Draft draft = new Draft(node);
    for (SourceFile file : node.local().files()) {
      if (!file.problems().isEmpty()) {
        draft.evidence(
            new Location(file, file.problems().get(0).span()), file.problems().get(0).message());
        return exits(draft, file.path() + " cannot be read");
      }
      if (!file.yaml().accepted()) {
        YamlProblem problem = file.yaml().problems().get(0);
        draft.evidence(new Location(file, problem.span()), problem.message());
        return exits(draft, file.path() + " is not valid YAML");
      }
    }
    ConfigNode root = node.local().root();
    if (root == null || !root.isMapping()) {
      draft.evidence(Location.of(node.mainFile()), "the file holds no mapping");
      return exits(draft, node.mainFile().path() + " does not hold a mapping");
    }
    boolean store = STORES.stream().anyMatch(s -> root.child(s).isPresent());
    if (!store && !inEnvironment(node)) {
      draft.evidence(Location.of(node.mainFile()), "there is none of " + String.join(", ", STORES));
      return exits(
          draft,
          "no DCS is configured (\"Can not find suitable configuration of distributed configuration"
              + " store\")");
    }
    return Optional.empty();
  }

  private static boolean inEnvironment(Node node) {
    return node.environment().stream()
        .flatMap(f -> f.text().text().lines())
        .map(line -> line.strip().replaceFirst("^export ", ""))
        .anyMatch(
            line ->
                STORES.stream()
                    .anyMatch(
                        s -> line.startsWith("PATRONI_" + s.toUpperCase(java.util.Locale.ROOT))));
  }

  /** Returns the verdict on a configuration that Patroni cannot work with. */
  static Optional<Verdict> of(Situation at) {
    ConfigFailure failure = at.settings().effective().failure();
    if (failure == null && at.settings().started().files().isEmpty()) {
      failure = at.settings().started().failure();
    }
    if (failure == null) {
      return Optional.empty();
    }
    Draft draft = new Draft(at.node());
    draft.evidence(failure.origin().place().orElse(null), failure.message());
    return exits(draft, failure.message() + " (" + failure.error() + ")");
  }

  private static Optional<Verdict> exits(Draft draft, String why) {
    return Optional.of(
        draft.end(Outcome.EXITS, Contents.NONE, "Patroni will exit at once, because " + why + "."));
  }
}
