package io.patronilint.core.workspace;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fragments of {@code patroni-lint restore init} that were named by hand. They are looked at
 * together with the configurations in their folder or, where there are none, with those of the only
 * scope.
 */
final class NamedFragments {

  private final List<SourceFile> elsewhere;

  /**
   * Looks for fragments without a configuration beside them.
   *
   * @param merged the files of each folder whose files Patroni merges
   * @param separate the files of each other folder
   */
  NamedFragments(List<List<SourceFile>> merged, List<List<SourceFile>> separate) {
    List<SourceFile> alone = new ArrayList<>();
    for (List<SourceFile> files : separate) {
      if (files.stream().allMatch(RestoreMark::in)) {
        alone.addAll(files);
      }
    }
    Set<String> scopes = new HashSet<>();
    if (!alone.isEmpty()) {
      merged.forEach(files -> scopes.add(scope(ConfigTree.merge(files))));
      for (List<SourceFile> files : separate) {
        files.stream()
            .filter(f -> !RestoreMark.in(f))
            .forEach(f -> scopes.add(scope(ConfigTree.of(f))));
      }
    }
    this.elsewhere = scopes.size() == 1 ? List.copyOf(alone) : List.of();
  }

  /** Returns the configuration that the files of a folder make, which Patroni merges. */
  ConfigTree merged(List<SourceFile> files) {
    return merged(files, elsewhere);
  }

  /** Returns the configurations that the files of a folder make, each by itself. */
  List<ConfigTree> separate(List<SourceFile> files) {
    List<SourceFile> fragments = new ArrayList<>();
    List<SourceFile> complete = new ArrayList<>();
    files.forEach(f -> (RestoreMark.in(f) ? fragments : complete).add(f));
    if (complete.isEmpty()) {
      return elsewhere.isEmpty() ? files.stream().map(ConfigTree::of).toList() : List.of();
    }
    fragments.addAll(elsewhere);
    return complete.stream().map(f -> merged(List.of(f), fragments)).toList();
  }

  /** Merges in the order of the names, as Patroni does it with the files of a folder. */
  private static ConfigTree merged(List<SourceFile> files, List<SourceFile> more) {
    List<SourceFile> all = new ArrayList<>(files);
    all.addAll(more);
    if (all.size() == 1) {
      return ConfigTree.of(all.get(0));
    }
    if (!more.isEmpty()) {
      all.sort(Comparator.comparing(SourceFile::name));
    }
    return ConfigTree.merge(all);
  }

  private static String scope(ConfigTree tree) {
    return tree.at("scope").flatMap(ConfigNode::text).orElse(tree.files().get(0).path());
  }
}
