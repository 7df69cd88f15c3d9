package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;

/**
 * Flags names of settings that YAML does not take for strings.
 *
 * <p>Source: PyYAML resolves keys as it does values ({@code SafeConstructor.construct_mapping}),
 * and Patroni asks for strings.
 */
public final class NonStringKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/non-string-key",
          Severity.WARNING,
          "YAML does not take the name of a setting for a string");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode root = node.local().root();
    if (root == null || root.child("scope").isEmpty()) {
      return;
    }
    walk(root, findings);
    for (ConfigNode dynamic : Sections.dynamic(node)) {
      if (!dynamic.path().startsWith("bootstrap")) {
        walk(dynamic, findings);
      }
    }
  }

  private static void walk(ConfigNode section, Findings findings) {
    for (ConfigNode child : section.children()) {
      ScalarType type = section.isMapping() ? child.keyValue().type() : ScalarType.STR;
      if (type != ScalarType.STR && !Templates.unrendered(child.key())) {
        findings.add(
            Finding.at(child.keyLocation()).path(child.path()),
            "YAML reads the name "
                + child.keyValue().text()
                + " as "
                + words(type)
                + ", and Patroni looks for a string: it does not find this setting. Quote the"
                + " name.");
      }
      if (child.isMapping() || child.isSequence()) {
        walk(child, findings);
      }
    }
  }

  private static String words(ScalarType type) {
    return switch (type) {
      case BOOL -> "a boolean";
      case INT, FLOAT -> "a number";
      case NULL -> "null";
      default -> "something else";
    };
  }
}
