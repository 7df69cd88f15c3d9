package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Address;
import io.patronilint.rules.support.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags two members of a cluster with one name or one address.
 *
 * <p>Source: {@code AbstractDCS.member_path} and the leader key hold the name; {@code
 * Patroni.ensure_unique_name} (since 3.0.4) asks the member that is there already, if it answers.
 */
public final class DuplicateMember implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/duplicate-member",
          Severity.ERROR,
          "Two members of a cluster have the same name or the same address");

  private static final List<String[]> UNIQUE =
      List.of(
          new String[] {"name"},
          new String[] {"postgresql", "connect_address"},
          new String[] {"restapi", "connect_address"},
          new String[] {"raft", "self_addr"});

  /** What one member gives. */
  private record Given(Node node, ConfigNode setting) {

    /** Tells whether the member's other addresses say that this one is not its own. */
    boolean isForeign(String text) {
      String host = Address.of(text).host();
      boolean known = false;
      for (String section : List.of("postgresql", "restapi")) {
        for (String key : List.of("listen", "connect_address")) {
          String other = node.local().at(section, key).flatMap(ConfigNode::text).orElse("");
          if (!other.equals(text) && !Address.of(other).isLocal()) {
            known = true;
            if (other.contains(host)) {
              return false;
            }
          }
        }
      }
      return known;
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    for (String[] path : UNIQUE) {
      Map<String, Given> first = new HashMap<>();
      for (Node node : cluster.nodes()) {
        ConfigNode setting = node.local().at(path).orElse(null);
        String text = setting == null ? "" : setting.text().orElse("");
        if (setting == null || text.isEmpty() || Templates.unrendered(text)) {
          continue;
        }
        // Variants of one file stand in folders of their own; members stand side by side.
        String key = setting.file().folder() + "\n" + text;
        Given given = new Given(node, setting);
        Given other = first.putIfAbsent(key, given);
        if (other != null && !other.setting().file().path().equals(setting.file().path())) {
          boolean swap = other.isForeign(text) && !given.isForeign(text);
          report(
              swap ? other.setting() : setting, swap ? setting : other.setting(), text, findings);
        }
      }
    }
  }

  private static void report(ConfigNode setting, ConfigNode other, String text, Findings findings) {
    boolean name = setting.path().equals("name");
    findings.add(
        Finding.at(setting.location())
            .path(setting.path())
            .related(other.location(), "the other member"),
        name
            ? "Two members of this cluster are called "
                + text
                + ". Each takes the keys of the other in the DCS for its own, the leader's too:"
                + " two primaries run, or the second member does not start."
            : "Two members of this cluster give "
                + text
                + " as "
                + setting.path()
                + ": the others reach one of them only, and one follows itself.");
  }
}
