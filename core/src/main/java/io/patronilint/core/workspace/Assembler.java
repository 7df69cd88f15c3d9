package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.model.ConfigTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups files into nodes and nodes into clusters, and gives each node its companions. */
final class Assembler {

  private final LoadOptions options;
  private final Found found;
  private final List<Member> members;

  Assembler(LoadOptions options, Found found) {
    this.options = options;
    this.found = found;
    this.members = Fragments.members(files(FileKind.PATRONI), companionEnvironments());
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
    SourceFile dynamic = companion(member, files(FileKind.DYNAMIC), options.dynamicConfig());
    SourceFile pgbackrest = companion(member, files(FileKind.PGBACKREST), options.pgbackrestConf());
    DataDirectory data = dataDirectory(member);
    List<SourceFile> environment =
        files(FileKind.ENVIRONMENT).stream().filter(f -> belongs(member, f.folder())).toList();
    Versions versions = Versions.of(options.target(), member.tree(), data);
    return new Node(
        member.name(),
        member.tree(),
        dynamic == null ? null : ConfigTree.of(dynamic),
        data,
        pgbackrest,
        environment,
        options.dcs(),
        new Target(versions.patroni(), versions.postgresql()),
        versions.source());
  }

  private @Nullable SourceFile companion(
      Member member, List<SourceFile> candidates, @Nullable Path explicit) {
    for (SourceFile file : candidates) {
      if (explicit != null && options.base().resolve(explicit).equals(file.location())) {
        return file;
      }
    }
    return candidates.stream()
        .filter(f -> belongs(member, f.folder()))
        .max(Comparator.comparingInt(f -> shared(f.folder(), member.folder())))
        .orElse(null);
  }

  private @Nullable DataDirectory dataDirectory(Member member) {
    String configured =
        member.tree().at("postgresql", "data_dir").flatMap(n -> n.text()).orElse("");
    DataDirectory nearest = null;
    for (DataDirectory directory : found.dataDirectories()) {
      boolean explicit =
          options.dataDir() != null
              && options.base().resolve(options.dataDir()).normalize().equals(directory.location());
      boolean named =
          directory.location() != null && directory.location().toString().equals(configured);
      if (explicit || named) {
        return withAutoConf(directory, member);
      }
      if (belongs(member, parent(directory.path())) && nearest == null) {
        nearest = directory;
      }
    }
    return withAutoConf(nearest, member);
  }

  /** A postgresql.auto.conf outside a data directory makes one of which nothing else is known. */
  private @Nullable DataDirectory withAutoConf(@Nullable DataDirectory directory, Member member) {
    SourceFile file = companion(member, files(FileKind.AUTO_CONF), options.autoConf());
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

  /**
   * Tells whether a companion in {@code folder} is this member's: no other Patroni configuration is
   * nearer, counted from the companion upwards; alone, it belongs to the only cluster.
   */
  private boolean belongs(Member member, String folder) {
    int mine = distance(member.folder(), folder);
    int best = Integer.MAX_VALUE;
    for (Member other : members) {
      best = Math.min(best, distance(other.folder(), folder));
    }
    if (best == Integer.MAX_VALUE) {
      return members.stream().allMatch(m -> m.clusterKey().equals(member.clusterKey()));
    }
    return mine == best;
  }

  /**
   * Returns how many folders {@code below} lies under {@code above}; a huge number if it doesn't.
   */
  private static int distance(String above, String below) {
    if (above.isEmpty() || below.equals(above) || below.startsWith(above + "/")) {
      return depth(below) - depth(above);
    }
    return Integer.MAX_VALUE;
  }

  private static int depth(String folder) {
    return folder.isEmpty() ? 0 : (int) folder.chars().filter(c -> c == '/').count() + 1;
  }

  private static int shared(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private List<SourceFile> companionEnvironments() {
    return files(FileKind.ENVIRONMENT);
  }

  private List<SourceFile> files(FileKind kind) {
    return found.loose().stream().filter(f -> f.kind() == kind).toList();
  }
}
