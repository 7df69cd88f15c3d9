package io.patronilint.core.workspace;

import io.patronilint.core.model.ConfigTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells complete configurations from fragments of one.
 *
 * <p>Patroni reads a directory by merging its {@code *.yml} and {@code *.yaml} in sorted order
 * ({@code Config._load_config_path}). People lay out many things in folders, so we take files for
 * fragments only if exactly one names a scope, at most one a member, and the folder or the files
 * are named like it: {@code patroni.d/}, {@code 10-base.yml}.
 */
final class Fragments {

  private Fragments() {}

  static List<Member> members(List<SourceFile> files, List<SourceFile> environments) {
    Map<String, List<SourceFile>> folders = new LinkedHashMap<>();
    for (SourceFile file : files) {
      folders.computeIfAbsent(file.folder(), f -> new ArrayList<>()).add(file);
    }
    Map<Boolean, List<List<SourceFile>>> byWay =
        folders.values().stream().collect(Collectors.partitioningBy(Fragments::areFragments));
    List<List<SourceFile>> merged = byWay.getOrDefault(true, List.of());
    List<List<SourceFile>> separate = byWay.getOrDefault(false, List.of());
    NamedFragments named = new NamedFragments(merged, separate);
    List<Member> members = new ArrayList<>();
    folders.forEach(
        (folder, list) -> {
          Map<String, String> environment = environment(folder, environments);
          List<ConfigTree> trees =
              areFragments(list) ? List.of(named.merged(list)) : named.separate(list);
          trees.forEach(tree -> members.add(new Member(tree, environment)));
        });
    return members;
  }

  /** Returns the members that files of variables make by themselves: one a folder. */
  static List<Member> ofVariables(List<SourceFile> environments) {
    Map<String, List<SourceFile>> folders = new LinkedHashMap<>();
    for (SourceFile file : environments) {
      folders.computeIfAbsent(file.folder(), f -> new ArrayList<>()).add(file);
    }
    List<Member> members = new ArrayList<>();
    folders.forEach(
        (folder, files) -> {
          Map<String, String> variables = environment(folder, files);
          if (variables.containsKey("PATRONI_SCOPE")
              || variables.containsKey("PATRONI_CONFIGURATION")) {
            members.add(new Member(new ConfigTree(files, null), variables));
          }
        });
    return members;
  }

  /** Tells whether the names in {@code folder} say that its files are parts of one. */
  static boolean isFolderOfFragments(Path folder, List<Path> children) {
    return isNamedLikeIt(
        String.valueOf(folder.getFileName()),
        children.stream().map(c -> String.valueOf(c.getFileName())).toList());
  }

  private static boolean isNamedLikeIt(String folder, List<String> names) {
    return folder.endsWith(".d")
        || names.stream()
            .anyMatch(n -> Recognition.isYamlName(n) && Character.isDigit(n.charAt(0)));
  }

  /** Tells whether {@code files}, which are those of one folder, are parts of one. */
  private static boolean areFragments(List<SourceFile> files) {
    if (!isNamedLikeIt(files.get(0).folder(), files.stream().map(SourceFile::name).toList())) {
      return false;
    }
    int scopes = 0;
    int names = 0;
    for (SourceFile file : files) {
      Set<String> keys = Recognition.rootKeys(file);
      scopes += keys.contains("scope") ? 1 : 0;
      names += keys.contains("name") ? 1 : 0;
    }
    return files.size() > 1 && scopes == 1 && names <= 1;
  }

  private static Map<String, String> environment(String folder, List<SourceFile> environments) {
    Map<String, String> variables = new HashMap<>();
    for (SourceFile file : environments) {
      if (file.folder().equals(folder)) {
        variables.putAll(EnvironmentFile.read(file));
      }
    }
    return variables;
  }
}
