package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of one configuration that another one lacks, or has with another value.
 *
 * @param node the entry
 * @param path its path below the root of the comparison
 * @param other the entry of the other configuration, or null if it is missing
 * @param near the innermost mapping of the other configuration that both have
 */
public record ConfigDifference(
    ConfigNode node, List<String> path, @Nullable ConfigNode other, ConfigNode near) {

  /** Copies the path. */
  public ConfigDifference {
    path = List.copyOf(path);
  }

  /**
   * Compares mappings as Patroni and PostgreSQL would compare their values.
   *
   * @return what {@code mine} has and {@code other} does not have so; a missing mapping counts as
   *     one difference, at its only entry if it has no more than one
   */
  public static List<ConfigDifference> between(ConfigNode mine, ConfigNode other) {
    List<ConfigDifference> found = new ArrayList<>();
    compare(mine, other, List.of(), found);
    return found;
  }

  /** Returns the path with dots. */
  public String dotted() {
    return String.join(".", path);
  }

  private static void compare(
      ConfigNode mine, ConfigNode other, List<String> path, List<ConfigDifference> into) {
    for (ConfigNode child : mine.children()) {
      List<String> childPath = append(path, child.key());
      ConfigNode match = match(other, child.key(), path).orElse(null);
      if (match == null) {
        if (child.truthy() || isZero(child)) {
          addMissing(child, childPath, other, into);
        }
      } else if (child.isMapping() && match.isMapping()) {
        compare(child, match, childPath, into);
      } else if (!same(child, match)) {
        into.add(new ConfigDifference(child, childPath, match, other));
      }
    }
  }

  private static void addMissing(
      ConfigNode missing, List<String> path, ConfigNode near, List<ConfigDifference> into) {
    List<ConfigNode> children = missing.isMapping() ? missing.children() : List.of();
    if (children.size() == 1) {
      addMissing(children.get(0), append(path, children.get(0).key()), near, into);
    } else {
      into.add(new ConfigDifference(missing, path, null, near));
    }
  }

  /** Names of PostgreSQL's parameters are found in any case, and some of Patroni's were renamed. */
  private static Optional<ConfigNode> match(ConfigNode other, String key, List<String> path) {
    Optional<ConfigNode> exact = other.child(key);
    if (exact.isPresent()) {
      return exact;
    }
    if (path.isEmpty() && Set.of("master_start_timeout", "master_stop_timeout").contains(key)) {
      return other.child(key.replace("master", "primary"));
    }
    boolean parameters = !path.isEmpty() && path.get(path.size() - 1).equals("parameters");
    return parameters
        ? other.children().stream().filter(c -> c.key().equalsIgnoreCase(key)).findFirst()
        : Optional.empty();
  }

  /** Zero, false and {@code off} are settings too; null and nothing are not. */
  private static boolean isZero(ConfigNode node) {
    return node.isScalar() && !node.isNull() && !node.text().orElse("").isEmpty();
  }

  private static boolean same(ConfigNode a, ConfigNode b) {
    if (a.isScalar() && b.isScalar()) {
      return Templates.unrendered(a.text().orElse(""))
          || GucValue.of(blanks(a.text().orElse("")))
              .same(GucValue.of(blanks(b.text().orElse(""))));
    }
    List<ConfigNode> left = a.children();
    List<ConfigNode> right = b.children();
    if (a.isMapping() != b.isMapping() || left.size() != right.size()) {
      return a.isScalar() && !a.truthy() && right.isEmpty();
    }
    for (int i = 0; i < left.size(); i++) {
      ConfigNode mine = left.get(i);
      ConfigNode match = a.isMapping() ? b.child(mine.key()).orElse(null) : right.get(i);
      if (match == null || !same(mine, match)) {
        return false;
      }
    }
    return true;
  }

  /** Lines of pg_hba are written with any number of blanks. */
  private static String blanks(String text) {
    StringBuilder single = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '\t' ? ' ' : text.charAt(i);
      boolean again = c == ' ' && single.length() > 0 && single.charAt(single.length() - 1) == ' ';
      if (!again) {
        single.append(c);
      }
    }
    return single.toString();
  }

  private static List<String> append(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
