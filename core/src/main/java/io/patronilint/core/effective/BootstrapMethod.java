package io.patronilint.core.effective;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The custom bootstrap method that {@code bootstrap.method} names.
 *
 * @param method the value of {@code bootstrap.method}
 * @param name the method's name
 * @param section its section, or null if there is none of that name
 */
public record BootstrapMethod(ConfigNode method, String name, @Nullable ConfigNode section) {

  /** Returns the custom method of {@code node}; empty if none, or {@code initdb}, is named. */
  public static Optional<BootstrapMethod> of(Node node) {
    ConfigNode method = node.local().at("bootstrap", "method").orElse(null);
    if (method == null || !method.truthy() || !method.isScalar()) {
      return Optional.empty();
    }
    String name = method.text().orElse("");
    if (name.equals("initdb")) {
      return Optional.empty();
    }
    ConfigNode section = node.local().at("bootstrap", name).orElse(null);
    return Optional.of(new BootstrapMethod(method, name, section));
  }

  /** Tells whether Patroni runs the method; otherwise it runs initdb ({@code bootstrap}). */
  public boolean runs() {
    return section != null && section.isMapping() && section.child("command").isPresent();
  }

  /** Returns the command that is run, without the arguments that Patroni adds. */
  public Optional<String> command() {
    return section == null ? Optional.empty() : section.child("command").flatMap(ConfigNode::text);
  }

  /** Tells whether the recovery settings written by the command are kept. */
  public boolean keepsRecoveryConf() {
    return section != null
        && section.child("keep_existing_recovery_conf").map(ConfigNode::truthy).orElse(false);
  }

  /** Returns {@code recovery_conf} of the section, whatever it holds. */
  public Optional<ConfigNode> recoveryConf() {
    return section == null ? Optional.empty() : section.child("recovery_conf");
  }
}
