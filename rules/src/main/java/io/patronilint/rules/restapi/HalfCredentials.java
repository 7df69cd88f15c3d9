package io.patronilint.rules.restapi;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.List;

/**
 * Flags {@code authentication} of the REST API or of patronictl with a name and no password, or the
 * other way round.
 *
 * <p>Source: {@code Config._build_effective_configuration} puts {@code username} and {@code
 * password} together and raises a KeyError if one of them is missing.
 */
public final class HalfCredentials implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "restapi/half-credentials",
          Severity.WARNING,
          "The REST API or patronictl has a user without a password, or a password without a user");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (String section : List.of("restapi", "ctl")) {
      ConfigNode login =
          node.local().at(section, "authentication").filter(ConfigNode::isMapping).orElse(null);
      if (login == null || !login.truthy()) {
        continue;
      }
      for (String key : List.of("username", "password")) {
        boolean there =
            EffectiveConfig.of(node).at(section, "authentication", key).isPresent()
                || login.child(key).isPresent();
        if (!there) {
          findings.add(
              Finding.at(login.keyLocation()).path(login.path() + "." + key),
              login.path()
                  + " has no "
                  + key
                  + ": Patroni stops with a KeyError, unless a variable of the environment sets"
                  + " it.");
        }
      }
    }
  }
}
