package io.patronilint.rules.access;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import java.util.List;

/**
 * Flags users and passwords that differ among the members of a cluster.
 *
 * <p>Source: users live in the database, which all members share, so that only one of two passwords
 * can be right ({@code ConfigHandler.replication}, {@code ConfigHandler.superuser}).
 */
public final class CredentialsDiffer implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/credentials-differ",
          Severity.ERROR,
          "Members of one cluster have different passwords for the same user");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    for (String user : List.of("superuser", "replication", "rewind")) {
      ConfigNode first = null;
      String name = "";
      for (Node node : cluster.nodes()) {
        ConfigNode section = node.local().at("postgresql", "authentication", user).orElse(null);
        if (section == null) {
          continue;
        }
        ConfigNode password = section.child("password").orElse(null);
        if (password == null || isOpen(password)) {
          continue;
        }
        String own = section.child("username").flatMap(ConfigNode::text).orElse("");
        if (first == null) {
          first = password;
          name = own;
        } else if (own.equals(name)
            && !first.file().equals(password.file())
            && !first.text().equals(password.text())) {
          report(first.keyLocation(), password, own, findings);
        }
      }
    }
  }

  private static boolean isOpen(ConfigNode password) {
    String text = password.text().orElse("");
    return !password.isScalar() || text.isEmpty() || Templates.unrendered(text);
  }

  private static void report(Location first, ConfigNode password, String user, Findings findings) {
    findings.add(
        Finding.at(password.keyLocation())
            .path(password.path())
            .related(first, "another one for the same user"),
        "The password of "
            + (user.isEmpty() ? "this user" : user)
            + " differs from the one of another member. All members share the users of one"
            + " database, so that one of the two cannot log in, at the latest after a failover.");
  }
}
