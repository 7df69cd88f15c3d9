package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Optional;

/**
 * Flags a custom bootstrap method, or the choice of one, that does not stand under {@code
 * bootstrap}.
 *
 * <p>Source: {@code Bootstrap.bootstrap} reads {@code bootstrap.method} and the section of that
 * name beside it, and runs initdb if either is missing; {@code Bootstrap.create_replica} passes
 * whatever it does not know to the command as an option.
 */
public final class MisplacedMethod implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/misplaced-method",
          Severity.ERROR,
          "A custom bootstrap method does not stand under bootstrap",
          Safety.UNSAFE);

  private static final String KEEP = "keep_existing_recovery_conf";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<String> replica = ReplicaMethod.of(node).stream().map(ReplicaMethod::name).toList();
    for (String[] place :
        List.of(
            new String[] {},
            new String[] {"postgresql"},
            new String[] {"bootstrap", "dcs"},
            new String[] {"bootstrap", "dcs", "postgresql"})) {
      node.local().at(place).ifPresent(section -> check(node, section, replica, findings));
    }
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() == DynamicConfig.Source.GIVEN) {
      dynamic.at().ifPresent(section -> check(node, section, replica, findings));
      dynamic.at("postgresql").ifPresent(section -> check(node, section, replica, findings));
    }
  }

  private static void check(
      Node node, ConfigNode section, List<String> replica, Findings findings) {
    for (ConfigNode child : section.children()) {
      if (child.key().equals("method") && child.isString()) {
        report(node, child, choice(child), findings);
      } else if (replica.contains(child.key())) {
        child.child(KEEP).ifPresent(keep -> reportOption(node, keep, findings));
      } else if (isBootstrapMethod(child)) {
        report(node, child, definition(child), findings);
      }
    }
  }

  private static boolean isBootstrapMethod(ConfigNode section) {
    return section.isMapping()
        && section.child("command").isPresent()
        && (section.child(KEEP).isPresent() || section.child("recovery_conf").isPresent());
  }

  private static String choice(ConfigNode method) {
    return "Patroni does not read "
        + method.path()
        + ". The method is chosen by bootstrap.method; without it Patroni creates an empty cluster"
        + " with initdb instead of running "
        + method.text().orElse("it")
        + ".";
  }

  private static String definition(ConfigNode section) {
    return "Patroni does not read "
        + section.path()
        + ". A custom bootstrap method stands directly under bootstrap; without it Patroni creates"
        + " an empty cluster with initdb instead of running the command.";
  }

  private static void report(Node node, ConfigNode setting, String message, Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    if (node.local().files().contains(setting.file())
        && node.local().at("bootstrap", setting.key()).isEmpty()) {
      Optional<String> command = Patronictl.remove(node, List.of(setting));
      YamlFix.of(
              YamlEditor.move(setting.file(), setting.keys(), List.of("bootstrap", setting.key())),
              "move-to-bootstrap",
              "Move " + setting.key() + " to the section bootstrap",
              Safety.UNSAFE,
              command)
          .ifPresent(finding::fix);
    }
    findings.add(finding, message);
  }

  private static void reportOption(Node node, ConfigNode keep, Findings findings) {
    Finding.Builder finding = Finding.at(keep.keyLocation()).path(keep.path());
    YamlFix.of(
            YamlEditor.remove(keep.file(), keep.keys()),
            "remove-option",
            "Remove " + KEEP + " from the replica creation method",
            Safety.UNSAFE,
            Patronictl.remove(node, List.of(keep)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        KEEP
            + " belongs to a custom bootstrap method only. In a replica creation method Patroni"
            + " passes it to the command as the option --"
            + KEEP
            + "="
            + keep.text().orElse("")
            + ".");
  }
}
