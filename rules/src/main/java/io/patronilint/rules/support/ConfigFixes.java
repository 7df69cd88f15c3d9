package io.patronilint.rules.support;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes fixes that set one value in a file of a node. */
public final class ConfigFixes {

  private final Node owner;

  /** Makes fixes for {@code owner}. */
  public ConfigFixes(Node owner) {
    this.owner = owner;
  }

  /**
   * Returns the fix that sets {@code key} in the mapping {@code parent} to {@code value}; empty if
   * the file cannot be edited safely.
   *
   * @param value as {@link YamlEditor#set} takes it
   */
  public Optional<Fix> set(
      String name, String title, Safety safety, ConfigNode parent, String key, Object value) {
    return set(name, title, safety, parent, List.of(key), value);
  }

  /** Returns the fix that sets the value that {@code keys} lead to from {@code parent}. */
  public Optional<Fix> set(
      String name,
      String title,
      Safety safety,
      ConfigNode parent,
      List<String> keys,
      Object value) {
    List<Object> path = new ArrayList<>(parent.keys());
    path.addAll(keys);
    return of(name, title, safety, YamlEditor.set(parent.file(), path, value))
        .map(fix -> withCommand(fix, parent, path, value));
  }

  /** Returns the fix that puts {@code value} in the place of {@code node}'s value. */
  public Optional<Fix> replace(
      String name, String title, Safety safety, ConfigNode node, Object value) {
    return of(name, title, safety, YamlEditor.set(node.file(), node.keys(), value))
        .map(fix -> withCommand(fix, node, node.keys(), value));
  }

  /** Returns the fix that puts {@code value} in the place of {@code command}'s value. */
  public Optional<Fix> replace(
      String name, String title, Safety safety, ServerCommand command, String value) {
    Optional<Fix> fix = of(name, title, safety, command.replace(value));
    ConfigNode node = command.node();
    return node == null ? fix : fix.map(f -> withCommand(f, node, node.keys(), value));
  }

  /** Returns the fix that makes the edits of {@code result}; empty if they were refused. */
  public static Optional<Fix> of(String name, String title, Safety safety, EditResult result) {
    return result.possible()
        ? Optional.of(Fix.of(name, title, safety, List.copyOf(result.edits())))
        : Optional.empty();
  }

  /**
   * Adds the command for a living cluster, which reads neither {@code bootstrap.dcs} nor a file
   * that shows its dynamic configuration.
   */
  private Fix withCommand(Fix fix, ConfigNode near, List<?> path, Object value) {
    boolean bootstrap =
        path.size() > 2 && path.get(0).equals("bootstrap") && path.get(1).equals("dcs");
    if (!bootstrap && near.file().kind() != FileKind.DYNAMIC) {
      return fix;
    }
    List<String> keys = path.stream().map(String::valueOf).toList();
    String key = String.join(".", bootstrap ? keys.subList(2, keys.size()) : keys);
    return new Fix(
        fix.name(),
        fix.title(),
        fix.safety(),
        fix.edits(),
        List.of(command(key, value)),
        List.of("A cluster that is already initialised takes the change from the command only."));
  }

  private String command(String key, Object value) {
    return value instanceof Boolean || value instanceof Number
        ? Patronictl.setYaml(owner, key, value.toString())
        : Patronictl.set(owner, key, String.valueOf(value));
  }
}
