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
 * dynamic configuration, without these two names. Immutable; keep it, because finding the blocks of
 * the table takes some milliseconds.
 */
public final class PatroniKeys {

  private final List<KeyTable.Block> blocks;
  private final Node root = new Node();

  private PatroniKeys(List<KeyTable.Block> blocks) {
    this.blocks = blocks;
    for (KeyTable.Block block : blocks) {
      if (!block.isVariable()) {
        root.add(block);
      }
    }
  }

  /** Reads the table that comes with the library. */
  public static PatroniKeys load() {
    return new PatroniKeys(KeyTable.parse(Resources.text("patroni-keys.txt")));
  }

  /** Returns all keys in the order of the table; a section comes before its keys. */
  public List<PatroniKey> all() {
    return blocks.stream().map(KeyTable.Block::key).toList();
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
    return node.block == null ? Optional.empty() : Optional.of(node.block.key());
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
      if (child.block != null) {
        children.add(child.block.key());
      }
    }
    return children;
  }

  /** Returns the keys that have {@code name}, in any section and in the order of the table. */
  public List<PatroniKey> named(String name) {
    List<PatroniKey> named = new ArrayList<>();
    for (KeyTable.Block block : blocks) {
      if (block.path().get(block.path().size() - 1).equals(name)) {
        named.add(block.key());
      }
    }
    return named;
  }

  /**
   * Returns how Patroni reads the environment variable {@code name}, oldest first; empty if no
   * release reads it.
   */
  public List<EnvVariable> variable(String name) {
    Map<String, List<EnvVariable>> variables = variables();
    List<EnvVariable> exact = variables.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, List<EnvVariable>> entry : variables.entrySet()) {
      String pattern = entry.getKey();
      int star = pattern.indexOf('*');
      if (star >= 0
          && name.length() >= pattern.length()
          && name.startsWith(pattern.substring(0, star))
          && name.endsWith(pattern.substring(star + 1))) {
        return entry.getValue();
      }
    }
    return List.of();
  }

  /** Returns how Patroni reads all environment variables, by name, in the order of the table. */
  public Map<String, List<EnvVariable>> variables() {
    Map<String, List<EnvVariable>> variables = new LinkedHashMap<>();
    for (PatroniKey key : all()) {
      for (EnvVariable variable : key.environment()) {
        variables.computeIfAbsent(variable.name(), name -> new ArrayList<>()).add(variable);
      }
    }
    variables.replaceAll((name, readings) -> List.copyOf(readings));
    return variables;
  }

  /** A place in the tree of names. */
  private static final class Node {
    private final Map<String, Node> children = new LinkedHashMap<>();
    private KeyTable.@Nullable Block block;

    void add(KeyTable.Block added) {
      Node node = this;
      for (String name : added.path()) {
        Node next = node.children.get(name);
        if (next == null) {
          next = new Node();
          node.children.put(name, next);
        }
        node = next;
      }
      node.block = added;
    }
  }
}
