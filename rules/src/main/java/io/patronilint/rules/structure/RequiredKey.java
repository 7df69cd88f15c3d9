package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Templates;
import io.patronilint.schemas.keys.RootKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags settings without which Patroni does not start, in files that have all the others.
 *
 * <p>Source: {@code Patroni.__init__}, {@code get_dcs}, {@code RestApiServer.__init__}, {@code
 * ConfigHandler.__init__}: a KeyError or "Can not find suitable configuration"; {@code
 * Patroni.apply_dynamic_configuration} asks for {@code bootstrap.dcs} in a new cluster.
 */
public final class RequiredKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/required-key",
          Severity.WARNING,
          "A setting is missing that Patroni does not start without");

  private static final List<String[]> REQUIRED =
      List.of(
          new String[] {"scope"},
          new String[] {"name"},
          new String[] {"restapi", "listen"},
          new String[] {"postgresql", "listen"},
          new String[] {"postgresql", "data_dir"},
          new String[] {"postgresql", "authentication", "replication"});

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode root = node.local().root();
    boolean one = node.local().files().size() == 1 && node.environment().isEmpty();
    if (root == null || !root.isMapping() || !one || Templates.branching(root.file().text())) {
      return;
    }
    root.child("bootstrap")
        .filter(ConfigNode::isMapping)
        .filter(b -> b.child("dcs").filter(d -> !d.isNull()).isEmpty())
        .ifPresent(b -> reportBootstrap(b, findings));
    List<String> missing = new ArrayList<>();
    for (String[] path : REQUIRED) {
      if (root.at(path).filter(n -> !n.isNull()).isEmpty()) {
        missing.add(String.join(".", path));
      }
    }
    if (RootKeys.dcsSections().stream().allMatch(s -> root.child(s).isEmpty())) {
      missing.add("a section for the DCS, such as etcd3");
    }
    // Where several are missing the environment has them, or the file is a part of one.
    if (missing.size() == 1) {
      report(root, missing.get(0), findings);
    }
  }

  private static void report(ConfigNode root, String missing, Findings findings) {
    int dot = missing.indexOf('.');
    String section = dot < 0 || missing.contains(" ") ? "" : missing.substring(0, dot);
    Location place =
        root.child(section).map(ConfigNode::keyLocation).orElse(Location.of(root.file()));
    findings.add(
        Finding.at(place)
            .path(missing.contains(" ") ? null : missing)
            // Members that share a file have their names from somewhere else.
            .severity(missing.equals("name") ? Severity.INFO : Severity.WARNING),
        "Patroni does not start without "
            + missing
            + ", unless a variable of the environment sets it.");
  }

  private static void reportBootstrap(ConfigNode bootstrap, Findings findings) {
    boolean empty = bootstrap.children().isEmpty();
    if (!empty) {
      findings.add(
          Finding.at(bootstrap.keyLocation()).path("bootstrap.dcs"),
          "The section bootstrap has no dcs: Patroni stops with a KeyError when it makes a new"
              + " cluster, unless the DCS has a configuration already.");
    }
  }
}
