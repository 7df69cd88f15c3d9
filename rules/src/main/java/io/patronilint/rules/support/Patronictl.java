package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Returns the command that sets {@code path} of the dynamic configuration to a list. */
  public static String set(Node node, String path, List<String> values) {
    List<String> items = values.stream().map(FlowYaml::of).toList();
    return editConfig(node, path + "=[" + String.join(", ", items) + "]");
  }

  /** Returns the command that sets {@code path} of the dynamic configuration to true or false. */
  public static String set(Node node, String path, boolean value) {
    return editConfig(node, path + "=" + value);
  }

  /**
   * Returns the command that does to a living cluster what removing {@code settings} from a file
   * cannot do; empty if they are part of no dynamic configuration.
   */
  public static Optional<String> remove(Node node, List<ConfigNode> settings) {
    List<String> assignments = new ArrayList<>();
    for (ConfigNode setting : settings) {
      dynamicPath(setting).ifPresent(path -> assignments.add(path + "=null"));
    }
    return command(node, assignments);
  }

  /**
   * Returns the command that moves {@code settings} to the section {@code target} of {@code
   * postgresql} in a living cluster; empty if they are part of no dynamic configuration.
   */
  public static Optional<String> move(Node node, List<ConfigNode> settings, String target) {
    List<String> assignments = new ArrayList<>();
    for (ConfigNode setting : settings) {
      dynamicPath(setting)
          .ifPresent(
              path -> {
                assignments.add(path + "=null");
                String to = "postgresql." + target + "." + setting.key();
                assignments.add(to + "=" + FlowYaml.of(setting));
              });
    }
    return command(node, assignments);
  }

  /**
   * Returns the command that moves {@code setting} into the section {@code postgresql} of a living
   * cluster; empty if it is part of no dynamic configuration.
   */
  public static Optional<String> moveToPostgresql(Node node, ConfigNode setting) {
    return dynamicPath(setting)
        .map(
            path ->
                editConfig(
                    node,
                    path + "=null",
                    "postgresql." + setting.key() + "=" + FlowYaml.of(setting)));
  }

  /**
   * Returns the command that gives {@code setting} another name in a living cluster; empty if it is
   * part of no dynamic configuration.
   */
  public static Optional<String> rename(Node node, ConfigNode setting, String name) {
    return dynamicPath(setting)
        .map(
            path -> {
              String above = path.substring(0, path.length() - setting.key().length());
              return editConfig(node, path + "=null", above + name + "=" + FlowYaml.of(setting));
            });
  }

  /**
   * Returns the command that puts the entries of {@code mapping} beside it, with its name and a dot
   * before theirs, in a living cluster; empty if it is part of no dynamic configuration.
   */
  public static Optional<String> flatten(Node node, ConfigNode mapping) {
    return dynamicPath(mapping)
        .map(
            path -> {
              List<String> assignments = new ArrayList<>(List.of(path + "=null"));
              mapping
                  .children()
                  .forEach(e -> assignments.add(path + "." + e.key() + "=" + FlowYaml.of(e)));
              return editConfig(node, assignments.toArray(String[]::new));
            });
  }

  /** Returns the command that sets {@code path} to what {@code yaml} says on one line. */
  static String setYaml(Node node, String path, String yaml) {
    return editConfig(node, path + "=" + yaml);
  }

  private static Optional<String> command(Node node, List<String> assignments) {
    return assignments.isEmpty()
        ? Optional.empty()
        : Optional.of(editConfig(node, assignments.toArray(String[]::new)));
  }

  /** Returns the path in the dynamic configuration; empty for a setting of a local one. */
  public static Optional<String> dynamicPath(ConfigNode setting) {
    String bootstrap = "bootstrap.dcs.";
    if (setting.path().startsWith(bootstrap)) {
      return Optional.of(setting.path().substring(bootstrap.length()));
    }
    boolean dynamic = setting.file().kind() == FileKind.DYNAMIC;
    return dynamic ? Optional.of(setting.path()) : Optional.empty();
  }

  /**
   * Returns the command {@code verb} for the cluster of {@code node}.
   *
   * @param options what comes behind the name of the cluster, as a shell reads it; may be empty
   */
  public static String of(Node node, String verb, String options) {
    String scope = scope(node).isEmpty() ? "SCOPE" : scope(node);
    return program(node)
        + " "
        + verb
        + group(node)
        + " "
        + scope
        + (options.isEmpty() ? "" : " " + options);
  }

  /** Returns the file or folder that holds the local configuration, as a shell reads it. */
  public static String configurationWord(Node node) {
    return ShellQuoting.word(configuration(node));
  }

  /** Returns the command that makes the DCS forget the cluster; it asks before it does. */
  public static String removeCluster(Node node) {
    return of(node, "remove", "");
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
