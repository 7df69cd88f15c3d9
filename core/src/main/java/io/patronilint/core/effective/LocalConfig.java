package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.PatchConfig;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.EnvironmentFile;
import io.patronilint.core.workspace.EnvironmentFile.Variable;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local configuration: files and environment, merged as {@code Config.__init__} and {@code
 * Config._load_config_file} do it.
 */
final class LocalConfig {

  private final Node node;
  private final Release release;
  private final Losses losses;

  private LocalConfig(Node node, Release release, Losses losses) {
    this.node = node;
    this.release = release;
    this.losses = losses;
  }

  /**
   * Returns the local configuration of {@code node}.
   *
   * @throws PythonError if Patroni does not start with it
   */
  static Mapping of(Node node, Release release, Losses losses) {
    return new LocalConfig(node, release, losses).read();
  }

  private Mapping read() {
    List<Variable> variables = new ArrayList<>();
    for (SourceFile file : node.environment()) {
      EnvironmentFile environment = EnvironmentFile.of(file);
      variables.addAll(environment.variables());
      for (EnvironmentFile.Problem problem : environment.problems()) {
        Origin origin = new Origin(Origin.Source.ENVIRONMENT, null, problem.location(), "", null);
        losses.add("", origin, Reason.INVALID, problem.message(), null);
      }
    }
    Mapping environment = EnvironmentConfig.of(release, variables, losses);
    Variable whole = last(variables, EnvironmentConfig.PREFIX + EnvironmentConfig.WHOLE);
    List<SourceFile> files =
        node.local().files().stream().filter(f -> f.kind() != FileKind.ENVIRONMENT).toList();
    Mapping local;
    if (files.isEmpty()) {
      local = fromVariables(whole, environment);
    } else {
      ignoreWhole(whole, files);
      local = PatchConfig.patch(merged(files), environment, this::replaced);
    }
    if (local.size() == 0) {
      throw new PythonError("ConfigParseError", "the configuration is empty", originOf(files));
    }
    return local;
  }

  private Mapping merged(List<SourceFile> files) {
    Mapping merged = Mapping.builder(originOf(files)).build();
    for (SourceFile file : files) {
      ConfigNode root = root(file, files.size() == 1);
      if (root == null || !root.isMapping()) {
        throw refused(file, root);
      }
      if (Values.of(root, Origin.Source.LOCAL) instanceof Mapping mapping) {
        merged = PatchConfig.patch(merged, mapping, this::replaced).withOrigin(mapping.origin());
      }
    }
    return merged;
  }

  private @Nullable ConfigNode root(SourceFile file, boolean only) {
    return only && node.local().files().size() == 1
        ? node.local().root()
        : ConfigTree.of(file).root();
  }

  private PythonError refused(SourceFile file, @Nullable ConfigNode root) {
    Origin origin =
        root == null
            ? new Origin(Origin.Source.LOCAL, null, Location.of(file), "", null)
            : Origin.written(Origin.Source.LOCAL, root);
    if (!file.yaml().accepted()) {
      return new PythonError("YAMLError", "the file is no YAML that PyYAML reads", origin);
    }
    return new PythonError(
        release.has(Behaviour.REFUSES_OTHER_FILES) ? "ConfigParseError" : "AttributeError",
        "the file holds no mapping",
        origin);
  }

  private void replaced(Value lost, @Nullable Value winner) {
    if (winner != null && !lost.sameAs(winner)) {
      String path = lost.origin().node() == null ? "" : lost.origin().node().path();
      boolean fragment = winner.origin().source() == Origin.Source.LOCAL;
      losses.add(
          path,
          lost,
          Reason.OVERRIDDEN,
          fragment ? "a later file replaces it" : Losses.overriding(winner.origin()),
          winner);
    }
  }

  private Mapping fromVariables(@Nullable Variable whole, Mapping environment) {
    if (whole == null || whole.value().isEmpty()) {
      return environment;
    }
    Origin origin = EnvironmentConfig.origin(whole);
    if (!SourceFile.of("", FileKind.UNKNOWN, whole.value()).yaml().accepted()) {
      throw new PythonError("YAMLError", "it is no YAML that PyYAML reads", origin);
    }
    Value value = Values.ofYaml(whole.value(), origin).orElse(null);
    if (value == null || !value.truthy()) {
      return environment;
    }
    return Python.dict(whole.name(), value);
  }

  private void ignoreWhole(@Nullable Variable whole, List<SourceFile> files) {
    if (whole != null) {
      losses.add(
          whole.name(),
          EnvironmentConfig.origin(whole),
          Reason.OVERRIDDEN,
          "a configuration file is there",
          originOf(files));
    }
  }

  private Origin originOf(List<SourceFile> files) {
    SourceFile file = files.isEmpty() ? node.mainFile() : files.get(0);
    return new Origin(Origin.Source.LOCAL, null, Location.of(file), "", null);
  }

  private static @Nullable Variable last(List<Variable> variables, String name) {
    Variable found = null;
    for (Variable variable : variables) {
      found = variable.name().equals(name) ? variable : found;
    }
    return found;
  }
}
