package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that Patroni reads, from 2.0.0 on.
 *
 * <p>A path is a list of names from the root of patroni.yml or of the dynamic configuration; items
 * of a list have the name {@code []}. Below {@code bootstrap.dcs} the paths are those of the
 * dynamic configuration, without these two names. Immutable; reading the table takes some
 * milliseconds, so keep it.
 */
public final class PatroniKeys {

  private final List<PatroniKey> all;
  private final Node root = new Node();
  private final Map<String, List<EnvVariable>> variables = new LinkedHashMap<>();

  private PatroniKeys(List<PatroniKey> all) {
    this.all = List.copyOf(all);
    for (PatroniKey key : all) {
      if (!key.places().contains(Place.ENVIRONMENT)) {
        root.add(key);
      }
      for (EnvVariable variable : key.environment()) {
        variables.computeIfAbsent(variable.name(), name -> new ArrayList<>()).add(variable);
      }
    }
  }

  /** Reads the table that comes with the library. */
  public static PatroniKeys load() {
    return new PatroniKeys(KeyTable.parse(Resources.text("patroni-keys.txt")));
  }

  /** Returns all keys in the order of the table; a section comes before its keys. */
  public List<PatroniKey> all() {
    return all;
  }

  /**
   * Returns the key at {@code path}. A name of its own wins over a name that the user chooses:
   * {@code postgresql.listen} is the address, {@code postgresql.pgbackrest} a method for replicas.
   */
  public Optional<PatroniKey> find(List<String> path) {
    Node node = root;
    for (String name : path) {
      Node next = node.children.get(name);
      if (next == null && !name.equals(PatroniKey.ITEM)) {
        next = node.children.get(PatroniKey.ANY_NAME);
      }
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return Optional.ofNullable(node.key);
  }

  /** Returns the key at {@code path} if it may stand in {@code place}. */
  public Optional<PatroniKey> find(Place place, List<String> path) {
    return find(path).filter(key -> key.places().contains(place));
  }

  /** Returns the keys of the section at {@code path}, in the order of the table. */
  public List<PatroniKey> children(List<String> path) {
    List<PatroniKey> children = new ArrayList<>();
    Node node = root;
    for (String name : path) {
      Node next = node.children.get(name);
      next = next == null ? node.children.get(PatroniKey.ANY_NAME) : next;
      if (next == null) {
        return children;
      }
      node = next;
    }
    for (Node child : node.children.values()) {
      if (child.key != null) {
        children.add(child.key);
      }
    }
    return children;
  }

  /** Returns the keys that have {@code name}, in any section and in the order of the table. */
  public List<PatroniKey> named(String name) {
    return all.stream().filter(key -> key.name().equals(name)).toList();
  }

  /**
   * Returns how Patroni reads the environment variable {@code name}, oldest first; empty if no
   * release reads it.
   */
  public List<EnvVariable> variable(String name) {
    List<EnvVariable> exact = variables.get(name);
    if (exact != null) {
      return List.copyOf(exact);
    }
    for (Map.Entry<String, List<EnvVariable>> entry : variables.entrySet()) {
      String pattern = entry.getKey();
      int star = pattern.indexOf('*');
      if (star >= 0
          && name.length() >= pattern.length()
          && name.startsWith(pattern.substring(0, star))
          && name.endsWith(pattern.substring(star + 1))) {
        return List.copyOf(entry.getValue());
      }
    }
    return List.of();
  }

  /** Returns how Patroni reads all environment variables, by name, in the order of the table. */
  public Map<String, List<EnvVariable>> variables() {
    Map<String, List<EnvVariable>> copy = new LinkedHashMap<>();
    variables.forEach((name, readings) -> copy.put(name, List.copyOf(readings)));
    return copy;
  }

  /** A place in the tree of names. */
  private static final class Node {
    private final Map<String, Node> children = new LinkedHashMap<>();
    private @Nullable PatroniKey key;

    void add(PatroniKey added) {
      Node node = this;
      for (String name : added.path()) {
        node = node.children.computeIfAbsent(name, n -> new Node());
      }
      node.key = added;
    }
  }
}
