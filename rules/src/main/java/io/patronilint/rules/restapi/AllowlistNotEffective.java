package io.patronilint.rules.restapi;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Networks;
import io.patronilint.rules.support.Templates;

/**
 * Flags an allowlist of the REST API that holds no network, which lets everybody in.
 *
 * <p>Source: {@code RestApiServer._build_allowlist} leaves out what it cannot read, {@code
 * RestApiServer.check_access} asks only if something is left.
 */
public final class AllowlistNotEffective implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "restapi/allowlist-not-effective",
          Severity.ERROR,
          "The allowlist of the REST API lets everybody in");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode list =
        node.local().at("restapi", "allowlist").filter(ConfigNode::isSequence).orElse(null);
    boolean members =
        EffectiveConfig.of(node)
            .at("restapi", "allowlist_include_members")
            .filter(Value::truthy)
            .isPresent();
    if (list == null || members) {
      return;
    }
    boolean works =
        list.children().stream()
            .anyMatch(
                item -> {
                  String text = item.text().orElse("");
                  boolean open = Templates.unrendered(text) || !item.isString();
                  return open || (!text.isEmpty() && Networks.isValid(text));
                });
    if (!works) {
      findings.add(
          Finding.at(list.location()).path(list.path()),
          list.path()
              + (list.children().isEmpty() ? " is empty" : " holds no network that can be read")
              + ": Patroni then lets everybody change the cluster through its REST API.");
    }
  }
}
