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
 * Flags settings of etcd that have no effect because of another one in the section.
 *
 * <p>Source: {@code AbstractEtcd.get_etcd_client} and {@code
 * AbstractEtcdClientWithFailover._get_machines_cache_from_config}: the files of TLS count for https
 * only, a key only with a certificate, user and password only together, {@code srv_suffix} only
 * with {@code srv}.
 */
public final class EtcdSettingsIgnored implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dcs/etcd-settings-ignored",
          Severity.ERROR,
          "A setting of etcd has no effect because another one is missing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (String name : List.of("etcd", "etcd3")) {
      ConfigNode section = node.local().at(name).filter(ConfigNode::isMapping).orElse(null);
      if (section != null) {
        check(section, new Effective(EffectiveConfig.of(node), name), findings);
      }
    }
  }

  /** What the section says with the environment. */
  private record Effective(EffectiveConfig config, String section) {
    boolean has(String key) {
      return config.at(section, key).filter(Value::truthy).isPresent();
    }

    String text(String key) {
      return config.at(section, key).flatMap(Value::text).orElse("");
    }
  }

  private static void check(ConfigNode section, Effective in, Findings findings) {
    String url = in.text("url") + in.text("proxy");
    String scheme = url.isEmpty() ? in.text("protocol") : url;
    boolean open = Templates.unrendered(scheme) || in.has("srv") || in.has("discovery_srv");
    boolean plain = !open && !scheme.startsWith("https");
    boolean certificate = in.has("cert");
    for (ConfigNode setting : section.children()) {
      String key = setting.key();
      if (!setting.truthy()) {
        continue;
      }
      if (plain && List.of("cacert", "cert", "key").contains(key)) {
        add(setting, "without protocol: https, etcd is asked by plain http", findings);
      } else if (key.equals("key") && !certificate) {
        add(setting, "without cert, no certificate is shown to etcd", findings);
      } else if (key.equals("username") && !in.has("password")) {
        add(setting, "without password, Patroni does not log in", findings);
      } else if (key.equals("password") && !in.has("username")) {
        add(setting, "without username, Patroni does not log in", findings);
      } else if (key.equals("srv_suffix") && !in.has("srv")) {
        add(setting, "without srv, no record is asked for", findings);
      }
    }
  }

  private static void add(ConfigNode setting, String why, Findings findings) {
    findings.add(
        Finding.at(setting.keyLocation()).path(setting.path()),
        setting.path() + " has no effect: " + why + ".");
  }
}
