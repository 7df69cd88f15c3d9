package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups files into nodes and nodes into clusters, and gives each node its companions. */
final class Assembler {

  private final LoadOptions options;
  private final List<Member> members;
  private final Nearest nearest;
  private final Map<FileKind, Map<String, List<SourceFile>>> companions =
      new EnumMap<>(FileKind.class);
  private final Map<String, List<DataDirectory>> directories;
  private final Map<String, DataDirectory> directoriesByLocation = new HashMap<>();

  Assembler(LoadOptions options, Found found) {
    this.options = options;
    Map<FileKind, List<SourceFile>> byKind = new EnumMap<>(FileKind.class);
    for (SourceFile file : found.loose()) {
      byKind.computeIfAbsent(file.kind(), k -> new ArrayList<>()).add(file);
    }
    List<SourceFile> environments = byKind.getOrDefault(FileKind.ENVIRONMENT, List.of());
    List<SourceFile> configurations = byKind.getOrDefault(FileKind.PATRONI, List.of());
    this.members =
        configurations.isEmpty() && options.variablesAlone()
            ? Fragments.ofVariables(environments)
            : Fragments.members(configurations, environments);
    this.nearest = new Nearest(members);
    byKind.forEach((kind, files) -> companions.put(kind, nearest.index(files, SourceFile::folder)));
    this.directories = nearest.index(found.dataDirectories(), d -> Nearest.parent(d.path()));
    for (DataDirectory directory : found.dataDirectories()) {
      if (directory.location() != null) {
        directoriesByLocation.put(directory.location().toString(), directory);
      }
    }
  }

  List<Cluster> clusters() {
    Map<String, List<Member>> groups = new LinkedHashMap<>();
    for (Member member : members) {
      groups.computeIfAbsent(member.clusterKey(), k -> new ArrayList<>()).add(member);
    }
    List<Cluster> clusters = new ArrayList<>();
    for (List<Member> group : groups.values()) {
      List<Node> nodes = group.stream().map(this::node).toList();
      clusters.add(new Cluster(group.get(0).scope(), nodes));
    }
    return clusters;
  }

  private Node node(Member member) {
    SourceFile dynamic = companion(member, FileKind.DYNAMIC, options.dynamicConfig());
    DataDirectory data = dataDirectory(member);
    Versions versions = Versions.of(options.target(), member.tree(), data);
    return new Node(
        member.name(),
        member.tree(),
        dynamic == null ? null : ConfigTree.of(dynamic),
        data,
        pgbackrest(member),
        all(member, FileKind.PGBACKREST).stream().filter(Recognition::isInclude).toList(),
        all(member, FileKind.ENVIRONMENT),
        outputs(member),
        options.dcs(),
        new Target(versions.patroni(), versions.postgresql()),
        versions.source());
  }

  private List<SourceFile> outputs(Member member) {
    List<SourceFile> outputs = new ArrayList<>();
    for (FileKind kind : Recognition.outputs()) {
      outputs.addAll(all(member, kind));
    }
    String custom = CustomConf.name(member.tree());
    for (SourceFile file : all(member, FileKind.POSTGRESQL_CONF)) {
      if (file.name().equals(custom)) {
        outputs.add(file);
      }
    }
    return outputs;
  }

  private List<SourceFile> all(Member member, FileKind kind) {
    return nearest.of(member, companions.getOrDefault(kind, Map.of()));
  }

  /** Returns pgbackrest.conf; a file that is included stands in for it where there is none. */
  private @Nullable SourceFile pgbackrest(Member member) {
    SourceFile found = companion(member, FileKind.PGBACKREST, options.pgbackrestConf());
    if (found == null || !Recognition.isInclude(found)) {
      return found;
    }
    return all(member, FileKind.PGBACKREST).stream()
        .filter(f -> !Recognition.isInclude(f))
        .findFirst()
        .orElse(found);
  }

  private @Nullable SourceFile companion(Member member, FileKind kind, @Nullable Path explicit) {
    if (explicit != null) {
      Path wanted = options.base().resolve(explicit).normalize();
      for (List<SourceFile> files : companions.getOrDefault(kind, Map.of()).values()) {
        for (SourceFile file : files) {
          if (wanted.equals(file.location())) {
            return file;
          }
        }
      }
    }
    List<SourceFile> near = all(member, kind);
    return near.isEmpty() ? null : near.get(0);
  }

  private @Nullable DataDirectory dataDirectory(Member member) {
    DataDirectory found = null;
    if (options.dataDir() != null) {
      Path wanted = options.base().resolve(options.dataDir()).normalize();
      found = directoriesByLocation.get(wanted.toString());
    }
    if (found == null) {
      String configured =
          member.tree().at("postgresql", "data_dir").flatMap(ConfigNode::text).orElse("");
      found = directoriesByLocation.get(configured);
    }
    if (found == null) {
      List<DataDirectory> near = nearest.of(member, directories);
      found = near.isEmpty() ? null : near.get(0);
    }
    return withAutoConf(found, member);
  }

  /** A postgresql.auto.conf outside a data directory makes one of which nothing else is known. */
  private @Nullable DataDirectory withAutoConf(@Nullable DataDirectory directory, Member member) {
    SourceFile file = companion(member, FileKind.AUTO_CONF, options.autoConf());
    if (file == null) {
      return directory;
    }
    if (directory == null) {
      return DataDirectory.of(file.folder(), List.of(file));
    }
    List<SourceFile> files = new ArrayList<>(directory.files());
    files.removeIf(f -> f.kind() == FileKind.AUTO_CONF);
    files.add(file);
    return new DataDirectory(directory.path(), directory.location(), directory.names(), files);
  }
}
