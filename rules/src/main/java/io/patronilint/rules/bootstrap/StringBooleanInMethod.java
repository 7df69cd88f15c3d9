package io.patronilint.rules.bootstrap;

import io.patronilint.core.edit.YamlEditor;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a switch of a bootstrap or replica creation method that is the text "false".
 *
 * <p>Source: {@code Bootstrap._custom_bootstrap}, {@code Bootstrap.bootstrap} and {@code
 * Bootstrap.create_replica} ask only whether Python takes the value for true, and it takes every
 * text for true that is not empty.
 */
public final class StringBooleanInMethod implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/string-boolean-in-method",
          Severity.ERROR,
          "A switch of a method is the text \"false\", which counts as true",
          Safety.UNSAFE);

  private static final Set<String> FALSE = Set.of("false", "no", "off", "0", "n", "f");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<ConfigNode> bootstrap =
        node.local().at("bootstrap").map(ConfigNode::children).orElse(List.of());
    for (ConfigNode section : bootstrap) {
      if (!section.key().equals("dcs") && section.child("command").isPresent()) {
        check(node, section, "keep_existing_recovery_conf", findings);
        check(node, section, "no_params", findings);
      }
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      if (method.section() != null) {
        check(node, method.section(), "keep_data", findings);
        check(node, method.section(), "no_leader", findings);
        check(node, method.section(), "no_params", findings);
      }
    }
  }

  private static void check(Node node, ConfigNode section, String name, Findings findings) {
    Optional<ConfigNode> found = section.child(name).filter(ConfigNode::isString);
    String text = found.flatMap(ConfigNode::text).orElse("");
    if (found.isEmpty() || !FALSE.contains(text.strip().toLowerCase(Locale.ROOT))) {
      return;
    }
    ConfigNode option = found.get();
    Finding.Builder finding = Finding.at(option.valueLocation()).path(option.path());
    YamlFix.of(
            YamlEditor.set(option.file(), option.keys(), false),
            "unquote",
            "Write false without quotes",
            Safety.UNSAFE,
            Patronictl.dynamicPath(option).map(path -> Patronictl.set(node, path, false)))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        name
            + " is the text \""
            + text
            + "\", and every text that is not empty counts as true: "
            + effect(name)
            + ".");
  }

  private static String effect(String name) {
    return switch (name) {
      case "keep_existing_recovery_conf" ->
          "Patroni keeps the recovery settings that the command wrote";
      case "keep_data" -> "Patroni does not empty the data directory before the command runs";
      case "no_leader" -> "Patroni runs the command even if there is no member to copy from";
      default -> "Patroni does not tell the command --scope, --datadir and the rest";
    };
  }
}
