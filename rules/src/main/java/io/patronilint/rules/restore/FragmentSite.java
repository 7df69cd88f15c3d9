package io.patronilint.rules.restore;

import io.patronilint.core.Target;
import io.patronilint.core.edit.YamlLines;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.ReadProblem;
import io.patronilint.core.workspace.RestoreMark;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The member that a fragment is for.
 *
 * @param site what its files and the request say together
 * @param written the member as its files have it
 */
record FragmentSite(Site site, Node written) {

  /**
   * Returns what the files of {@code workspace} and the request say.
   *
   * @throws FragmentException if they say too little, or are of several clusters
   */
  static FragmentSite of(Workspace workspace, FragmentRequest request) {
    request.values().check(request.tool());
    requireReadable(workspace, request.values());
    return find(withoutFragments(workspace), request);
  }

  /** What an older fragment says must not decide what the new one says. */
  private static Workspace withoutFragments(Workspace workspace) {
    List<FileEdit> deletions = new ArrayList<>();
    for (SourceFile file : workspace.files()) {
      if (RestoreMark.in(file)) {
        deletions.add(new FileEdit.Delete(file));
      }
    }
    return workspace.apply(deletions);
  }

  private static FragmentSite find(Workspace workspace, FragmentRequest request) {
    List<Cluster> clusters = workspace.clusters();
    if (clusters.size() > 1) {
      throw new FragmentException(
          "the files are those of "
              + clusters.size()
              + " clusters; name those of one of them: "
              + clusters.stream()
                  .map(c -> c.scope().isEmpty() ? c.nodes().get(0).name() : c.scope())
                  .collect(Collectors.joining(", ")));
    }
    Cluster cluster =
        clusters.isEmpty() ? new Cluster("", List.of(blank(workspace))) : clusters.get(0);
    Node node =
        RestorePlan.first(cluster, request.member())
            .orElseThrow(
                () ->
                    new FragmentException(
                        "--member: no configuration is that of '" + request.member() + "'"));
    node.local().files().forEach(FragmentSite::requireYaml);
    Site site =
        FragmentProgram.of(Site.of(cluster, filled(cluster, node, request.values())), request);
    require(site, request.tool());
    return new FragmentSite(site, node);
  }

  /** The data directory may well be one of another machine. */
  private static void requireReadable(Workspace workspace, FragmentValues given) {
    String directory = given.absoluteDataDirectory();
    Path elsewhere = directory == null ? null : Path.of(directory).normalize();
    for (SourceFile file : workspace.files()) {
      if (elsewhere != null && elsewhere.equals(file.location())) {
        continue;
      }
      for (ReadProblem problem : file.problems()) {
        if (problem.kind() == ReadProblem.Kind.UNREADABLE) {
          throw new FragmentException(file.path() + ": " + problem.message());
        }
      }
    }
  }

  private static void requireYaml(SourceFile file) {
    if (!file.problems().isEmpty() || !file.yaml().accepted()) {
      throw new FragmentException(
          file.path() + " cannot be read as YAML; patroni-lint check says why");
    }
  }

  /** A member of which no configuration is there. */
  private static Node blank(Workspace workspace) {
    List<SourceFile> confs =
        workspace.files().stream().filter(f -> f.kind() == FileKind.PGBACKREST).toList();
    return new Node(
        "",
        ConfigTree.of(SourceFile.of("patroni.yml", FileKind.PATRONI, "{}\n")),
        null,
        null,
        confs.isEmpty() ? null : confs.get(0),
        confs,
        List.of(),
        List.of(),
        DcsState.UNKNOWN,
        Target.unknown(),
        "");
  }

  /** The recipes look into the local configuration, so that is where the values are added. */
  private static Node filled(Cluster cluster, Node node, FragmentValues given) {
    Map<String, Object> values = new LinkedHashMap<>();
    Site site = Site.of(cluster, node);
    String known = site.dataDirectory();
    String directory = known.isEmpty() ? given.absoluteDataDirectory() : known;
    if (directory != null) {
      values.put("data_dir", directory);
    }
    Optional.ofNullable(given.address())
        .or(() -> site.text("postgresql", "connect_address"))
        .ifPresent(address -> values.put("connect_address", address));
    if (values.isEmpty()) {
      return node;
    }
    String text = String.join("\n", YamlLines.entry("postgresql", values, 0)) + "\n";
    List<SourceFile> files = new ArrayList<>(node.local().files());
    files.add(SourceFile.of("options", FileKind.PATRONI, text));
    return node.withLocal(ConfigTree.merge(files));
  }

  private static void require(Site site, BackupTool tool) {
    if (tool == BackupTool.PGBACKREST) {
      return;
    }
    if (site.dataDirectory().isEmpty()) {
      throw new FragmentException(
          "postgresql.data_dir is needed: no file says it; name patroni.yml, or give --data-dir"
              + " with an absolute path");
    }
    if (tool == BackupTool.BARMAN && site.text("postgresql", "connect_address").isEmpty()) {
      throw new FragmentException(
          "--address is needed: no file says under which address Barman reaches the member");
    }
  }
}
