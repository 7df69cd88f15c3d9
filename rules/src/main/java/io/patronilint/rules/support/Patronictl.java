package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;

/**
 * Writes patronictl commands that can be pasted into a shell in the folder that paths are relative
 * to.
 *
 * <p>The options are those of {@code patroni/ctl.py}, the same in 2.1 to 4.1.
 */
public final class Patronictl {

  private Patronictl() {}

  /** Returns the command that sets {@code path} of the dynamic configuration to a string. */
  public static String set(Node node, String path, String value) {
    return editConfig(node, path + "=" + FlowYaml.of(value));
  }

  /** Returns the command that sets {@code path} of the dynamic configuration to a value. */
  public static String set(Node node, String path, ConfigNode value) {
    return editConfig(node, path + "=" + FlowYaml.of(value));
  }

  /** Returns the command that moves {@code value} within the dynamic configuration. */
  public static String move(Node node, String from, String to, ConfigNode value) {
    return editConfig(node, from + "=null", to + "=" + FlowYaml.of(value));
  }

  /** Returns the command that makes the DCS forget the cluster; it asks before it does. */
  public static String remove(Node node) {
    String scope = scope(node);
    String group = group(node);
    return program(node) + " remove" + group + " " + (scope.isEmpty() ? "SCOPE" : scope);
  }

  private static String editConfig(Node node, String... assignments) {
    StringBuilder command = new StringBuilder(program(node)).append(" edit-config");
    command.append(group(node));
    if (!scope(node).isEmpty()) {
      command.append(' ').append(scope(node));
    }
    command.append(" --force");
    for (String assignment : assignments) {
      command.append(" -s ").append(ShellQuoting.word(assignment));
    }
    return command.toString();
  }

  private static String program(Node node) {
    return "patronictl -c " + ShellQuoting.word(configuration(node));
  }

  /** Patroni takes a directory of fragments where it takes a file. */
  private static String configuration(Node node) {
    List<SourceFile> files = node.local().files();
    if (files.size() == 1) {
      return files.get(0).path();
    }
    String folder = files.get(0).folder();
    return folder.isEmpty() ? "." : folder;
  }

  private static String scope(Node node) {
    return node.local()
        .at("scope")
        .flatMap(ConfigNode::text)
        .filter(scope -> !Templates.unrendered(scope))
        .map(ShellQuoting::word)
        .orElse("");
  }

  /** A Citus cluster has one dynamic configuration for each group. */
  private static String group(Node node) {
    return node.local()
        .at("citus", "group")
        .flatMap(ConfigNode::text)
        .map(group -> " --group " + ShellQuoting.word(group))
        .orElse("");
  }
}
