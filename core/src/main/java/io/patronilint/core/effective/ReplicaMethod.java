package io.patronilint.core.effective;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A replica creation method that is listed in {@code create_replica_methods}.
 *
 * @param listed the list item that names it
 * @param name its name
 * @param section its section under {@code postgresql}, or null if there is none
 */
public record ReplicaMethod(ConfigNode listed, String name, @Nullable ConfigNode section) {

  /** Returns the methods that {@code node} tries, in order; {@code basebackup} not included. */
  public static List<ReplicaMethod> of(Node node) {
    DynamicConfig dynamic = DynamicConfig.of(node);
    List<ReplicaMethod> methods = new ArrayList<>();
    for (String key : List.of("create_replica_methods", "create_replica_method")) {
      Optional<ConfigNode> list =
          node.local().at("postgresql", key).or(() -> dynamic.at("postgresql", key));
      list.ifPresent(l -> addListed(node, dynamic, l, methods));
    }
    dynamic
        .at("standby_cluster", "create_replica_methods")
        .ifPresent(l -> addListed(node, dynamic, l, methods));
    return methods;
  }

  private static void addListed(
      Node node, DynamicConfig dynamic, ConfigNode list, List<ReplicaMethod> methods) {
    if (!list.isSequence()) {
      return;
    }
    for (ConfigNode item : list.children()) {
      String name = item.text().orElse("");
      boolean known = methods.stream().anyMatch(m -> m.name().equals(name));
      if (!name.isEmpty() && !name.equals("basebackup") && !known) {
        ConfigNode section =
            node.local()
                .at("postgresql", name)
                .or(() -> dynamic.at("postgresql", name))
                .orElse(null);
        methods.add(new ReplicaMethod(item, name, section));
      }
    }
  }

  /** Returns the command that is run: the section's, or else the method's name. */
  public String command() {
    return section == null ? name : section.child("command").flatMap(ConfigNode::text).orElse(name);
  }

  /** Returns the value of a key of the section. */
  public Optional<ConfigNode> option(String key) {
    return section == null ? Optional.empty() : section.child(key);
  }
}
