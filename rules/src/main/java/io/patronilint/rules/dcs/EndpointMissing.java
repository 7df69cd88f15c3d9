package io.patronilint.rules.dcs;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.List;

/**
 * Flags a section of etcd that does not say whom to ask, or not in a form that works.
 *
 * <p>Source: {@code AbstractEtcd.get_etcd_client} parses {@code url} and {@code proxy} with
 * urlparse and raises "Neither srv, hosts, host nor url are defined in etcd section of config".
 */
public final class EndpointMissing implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dcs/endpoint-missing",
          Severity.ERROR,
          "A section for the DCS does not say whom to ask, or in a form that does not work");

  private static final List<String> ENDPOINTS =
      List.of("host", "hosts", "srv", "discovery_srv", "srv_domain", "url", "proxy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    EffectiveConfig config = EffectiveConfig.of(node);
    for (String name : List.of("etcd", "etcd3")) {
      ConfigNode section = node.local().at(name).filter(ConfigNode::isMapping).orElse(null);
      if (section == null) {
        continue;
      }
      boolean some =
          ENDPOINTS.stream().anyMatch(k -> config.at(name, k).filter(Value::truthy).isPresent());
      if (!some && section.truthy() && node.environment().isEmpty()) {
        findings.add(
            Finding.at(section.keyLocation()).path(section.path()).severity(Severity.WARNING),
            "The section "
                + name
                + " names no host: Patroni does not start unless a variable of the environment"
                + " does.");
      }
      url(section, "url", findings);
      url(section, "proxy", findings);
    }
    node.local().at("consul").ifPresent(s -> url(s, "url", findings));
  }

  private static void url(ConfigNode section, String key, Findings findings) {
    ConfigNode url = section.child(key).filter(ConfigNode::isString).orElse(null);
    String text = url == null ? "" : url.text().orElse("");
    if (url != null && !text.isEmpty() && !text.contains("://") && !Templates.unrendered(text)) {
      findings.add(
          Finding.at(url.location()).path(url.path()),
          url.path() + " has no scheme, http:// or https://: Patroni finds no host in it.");
    }
  }
}
