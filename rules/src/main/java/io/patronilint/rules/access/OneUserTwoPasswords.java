package io.patronilint.rules.access;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags two of Patroni's users with the same name and different passwords.
 *
 * <p>Source: {@code Bootstrap.post_bootstrap} creates or changes one role after the other, so that
 * the last password counts.
 */
public final class OneUserTwoPasswords implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/one-user-two-passwords",
          Severity.ERROR,
          "One user of PostgreSQL has two passwords in the configuration");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<ConfigNode> users = new ArrayList<>();
    for (String name : List.of("superuser", "replication", "rewind")) {
      node.local()
          .at("postgresql", "authentication", name)
          .filter(ConfigNode::isMapping)
          .ifPresent(users::add);
    }
    for (int i = 0; i < users.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (clash(users.get(j), users.get(i))) {
          report(users.get(j), users.get(i), findings);
        }
      }
    }
  }

  private static boolean clash(ConfigNode one, ConfigNode other) {
    String name = text(one, "username");
    String password = text(one, "password");
    String second = text(other, "password");
    boolean open = Templates.unrendered(name + password + second);
    return !open
        && !name.isEmpty()
        && name.equals(text(other, "username"))
        && !password.isEmpty()
        && !second.isEmpty()
        && !password.equals(second);
  }

  private static String text(ConfigNode user, String key) {
    return user.child(key).flatMap(ConfigNode::text).orElse("");
  }

  private static void report(ConfigNode first, ConfigNode second, Findings findings) {
    ConfigNode place = second.child("password").orElse(second);
    findings.add(
        Finding.at(place.keyLocation())
            .path(place.path())
            .related(first.keyLocation(), "the same user"),
        text(second, "username")
            + " is both "
            + first.key()
            + " and "
            + second.key()
            + ", with two passwords: in a new cluster Patroni sets one after the other, and cannot"
            + " log in with the first any more.");
  }
}
