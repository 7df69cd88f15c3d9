package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a node's configurations, each with what the table of keys says of it. Worked out
 * once for each node.
 */
public final class KeyWalk {

  private static final List<String> BOOTSTRAP_DCS = List.of("bootstrap", "dcs");

  private final List<Known> known = new ArrayList<>();
  private final List<Unknown> unknown = new ArrayList<>();

  private KeyWalk(Node node) {
    ConfigNode root = node.local().root();
    if (root != null && root.isMapping()) {
      walk(root, Place.LOCAL, List.of());
    }
    if (unknown(Place.LOCAL) > known(Place.LOCAL)) {
      // Variables of a playbook, values of a chart: a file of something else.
      known.clear();
      unknown.clear();
      return;
    }
    for (ConfigNode dynamic : Sections.dynamic(node)) {
      if (dynamic.isMapping()) {
        walk(dynamic, Place.DYNAMIC, List.of());
      }
    }
  }

  private long known(Place place) {
    return known.stream().filter(k -> k.place() == place && k.key().path().size() == 1).count();
  }

  private long unknown(Place place) {
    return unknown.stream().filter(u -> u.place() == place && u.path().size() == 1).count();
  }

  /**
   * A setting that Patroni reads where it stands.
   *
   * @param setting the setting
   * @param key what the table says of it
   * @param place which configuration it stands in
   */
  public record Known(ConfigNode setting, PatroniKey key, Place place) {

    /** Tells whether the user chose the name. */
    public boolean isFree() {
      return key.name().equals(PatroniKey.ANY_NAME);
    }

    /** Returns the path with dots between the names, names that the user chose as {@code *}. */
    public String pattern() {
      return key.dotted();
    }
  }

  /**
   * A setting that Patroni does not read where it stands.
   *
   * @param setting the setting
   * @param place which configuration it stands in
   * @param path its path in this configuration; items of a list have the name {@code []}
   */
  public record Unknown(ConfigNode setting, Place place, List<String> path) {

    /** Copies the path. */
    public Unknown {
      path = List.copyOf(path);
    }

    /** Returns the path of the section around it. */
    public List<String> section() {
      return path.subList(0, path.size() - 1);
    }
  }

  /** Goes through the configurations of {@code node}. */
  public static KeyWalk of(Node node) {
    return node.derived(KeyWalk.class, () -> new KeyWalk(node));
  }

  /** Returns the settings that Patroni reads, in the order of the files. */
  public List<Known> known() {
    return List.copyOf(known);
  }

  /** Returns the settings that it does not; what stands below them is left out. */
  public List<Unknown> unknown() {
    return List.copyOf(unknown);
  }

  private void walk(ConfigNode section, Place place, List<String> path) {
    for (ConfigNode child : section.children()) {
      boolean readable =
          child.keyValue().type() == ScalarType.STR && !Templates.unrendered(child.key());
      if (readable) {
        List<String> at = new ArrayList<>(path);
        at.add(child.key());
        visit(child, place, at);
      }
    }
  }

  private void visit(ConfigNode child, Place place, List<String> path) {
    Optional<PatroniKey> key = KeyTables.keys().find(place, path);
    if (key.isEmpty() || isMistaken(key.get(), child, place, path)) {
      unknown.add(new Unknown(child, place, path));
      return;
    }
    known.add(new Known(child, key.get(), place));
    if (place == Place.LOCAL && path.equals(BOOTSTRAP_DCS)) {
      return;
    }
    if (child.isMapping() && !KeyTables.keys().children(path).isEmpty()) {
      walk(child, place, path);
    } else if (child.isSequence()) {
      List<String> item = new ArrayList<>(path);
      item.add(PatroniKey.ITEM);
      if (!KeyTables.keys().children(item).isEmpty()) {
        child.children().stream().filter(ConfigNode::isMapping).forEach(c -> walk(c, place, item));
      }
    }
  }

  /** A name that the user may choose, but surely did not: {@code tags.no_failover}. */
  private static boolean isMistaken(
      PatroniKey key, ConfigNode child, Place place, List<String> path) {
    if (!key.name().equals(PatroniKey.ANY_NAME) || path.size() != 2) {
      return false;
    }
    boolean tags = path.get(0).equals("tags");
    boolean method = !tags && (path.get(0).equals("postgresql") || path.get(0).equals("bootstrap"));
    if (method && child.isMapping() && child.child("command").isPresent()) {
      return false;
    }
    boolean isMethod = method && (child.isMapping() || child.isNull());
    return (tags || isMethod)
        ? KeyTables.mistakes().find(place, path).isPresent() || isMisspelt(path, child)
        : method;
  }

  /** Methods are sections of their own; one that is called almost like a section is none. */
  private static boolean isMisspelt(List<String> path, ConfigNode child) {
    return !path.get(0).equals("tags")
        && child.isMapping()
        && KeyTables.keys().children(path.subList(0, 1)).stream()
            .filter(k -> !k.name().equals(PatroniKey.ANY_NAME))
            .anyMatch(k -> Spelling.near(path.get(1), k.name()));
  }
}
