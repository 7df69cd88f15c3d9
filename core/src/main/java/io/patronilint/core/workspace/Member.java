package io.patronilint.core.workspace;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import java.util.Map;

/**
 * A local configuration on its way to become a node.
 *
 * @param tree the configuration
 * @param environment the {@code PATRONI_*} variables that complete it
 */
record Member(ConfigTree tree, Map<String, String> environment) {

  String folder() {
    return tree.files().get(0).folder();
  }

  String scope() {
    return value("scope", "PATRONI_SCOPE");
  }

  String name() {
    String name = value("name", "PATRONI_NAME");
    return name.isEmpty() ? tree.files().get(tree.files().size() - 1).path() : name;
  }

  /** Files without a scope are clusters of their own: nothing says that they belong together. */
  String clusterKey() {
    if (scope().isEmpty()) {
      return "file\0" + tree.files().get(0).path();
    }
    String group = tree.at("citus", "group").flatMap(ConfigNode::text).orElse("");
    String namespace = value("namespace", "PATRONI_NAMESPACE");
    return String.join("\0", "scope", scope(), strip(namespace), group);
  }

  private String value(String key, String variable) {
    String fromEnvironment = environment.getOrDefault(variable, "");
    return fromEnvironment.isEmpty()
        ? tree.at(key).flatMap(ConfigNode::text).orElse("")
        : fromEnvironment;
  }

  private static String strip(String namespace) {
    String name = namespace.isEmpty() ? "service" : namespace;
    int start = name.startsWith("/") ? 1 : 0;
    int end = name.length() > start && name.endsWith("/") ? name.length() - 1 : name.length();
    return name.substring(start, end);
  }
}
