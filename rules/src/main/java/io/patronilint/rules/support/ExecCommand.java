package io.patronilint.rules.support;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that Patroni splits with {@code shlex.split} and runs without a shell.
 *
 * @param kind what Patroni runs it for
 * @param node where it stands
 * @param section the section that holds it
 * @param command the command; not a template
 */
public record ExecCommand(Kind kind, ConfigNode node, ConfigNode section, String command) {

  /** What Patroni runs a command for. */
  public enum Kind {
    /** A custom bootstrap method. */
    BOOTSTRAP,
    /** A replica creation method. */
    REPLICA,
    /** A script that gets arguments which it needs: callbacks, post_bootstrap. */
    SCRIPT,
    /** {@code pre_promote} or {@code before_stop}: runs without further arguments. */
    HOOK
  }

  /** Returns all commands of {@code node}. */
  public static List<ExecCommand> of(Node node) {
    List<ExecCommand> found = new ArrayList<>();
    StandbyClusters.bootstrapMethod(node)
        .map(BootstrapMethod::section)
        .ifPresent(section -> add(found, Kind.BOOTSTRAP, section, section.child("command")));
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      ConfigNode section = method.section();
      if (section != null) {
        add(found, Kind.REPLICA, section, section.child("command"));
      }
    }
    Optional<ConfigNode> bootstrap = node.local().at("bootstrap");
    for (String key : List.of("post_bootstrap", "post_init")) {
      bootstrap.ifPresent(b -> add(found, Kind.SCRIPT, b, b.child(key)));
    }
    Optional<ConfigNode> postgresql = node.local().at("postgresql");
    for (String key : List.of("pre_promote", "before_stop")) {
      postgresql.ifPresent(p -> add(found, Kind.HOOK, p, p.child(key)));
    }
    Optional<ConfigNode> callbacks = postgresql.flatMap(p -> p.child("callbacks"));
    callbacks.ifPresent(c -> c.children().forEach(e -> add(found, Kind.SCRIPT, c, Optional.of(e))));
    return found;
  }

  private static void add(
      List<ExecCommand> into, Kind kind, ConfigNode section, Optional<ConfigNode> command) {
    command
        .filter(ConfigNode::isString)
        .flatMap(ConfigNode::text)
        .filter(text -> !text.isBlank() && !Templates.unrendered(text))
        .ifPresent(text -> into.add(new ExecCommand(kind, command.get(), section, text)));
  }
}
