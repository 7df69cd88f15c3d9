package io.patronilint.core.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what belongs to a member by its place: to the members in the nearest folder at or above it
 * that has any, else to all members of the only cluster.
 */
final class Nearest {

  private static final String NOWHERE = "\0";

  private final Set<String> folders = new HashSet<>();
  private final boolean oneCluster;

  Nearest(List<Member> members) {
    Set<String> clusters = new HashSet<>();
    for (Member member : members) {
      folders.add(member.folder());
      clusters.add(member.clusterKey());
    }
    oneCluster = clusters.size() == 1;
  }

  /** Sorts {@code companions} by the folder of the members that they belong to. */
  <T> Map<String, List<T>> index(List<T> companions, Function<T, String> folderOf) {
    Map<String, List<T>> index = new HashMap<>();
    for (T companion : companions) {
      String folder = nearest(folderOf.apply(companion));
      index.computeIfAbsent(folder, f -> new ArrayList<>()).add(companion);
    }
    return index;
  }

  /** Returns what {@code index} holds for {@code member}: what is near first, then what is left. */
  <T> List<T> of(Member member, Map<String, List<T>> index) {
    List<T> near = index.getOrDefault(member.folder(), List.of());
    List<T> elsewhere = oneCluster ? index.getOrDefault(NOWHERE, List.of()) : List.of();
    if (near.isEmpty() || elsewhere.isEmpty()) {
      return near.isEmpty() ? elsewhere : near;
    }
    List<T> all = new ArrayList<>(near);
    all.addAll(elsewhere);
    return all;
  }

  private String nearest(String folder) {
    String current = folder;
    while (!folders.contains(current)) {
      if (current.isEmpty()) {
        return NOWHERE;
      }
      current = parent(current);
    }
    return current;
  }

  /** Returns the folder above; of a folder in the base, and of a root, the base. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
