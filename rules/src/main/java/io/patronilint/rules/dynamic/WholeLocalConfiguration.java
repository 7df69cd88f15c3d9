package io.patronilint.rules.dynamic;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ShellQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flags a dynamic configuration that holds a whole patroni.yml, or that has one level too many.
 *
 * <p>Source: {@code Config._safe_copy_dynamic_configuration} and {@code GlobalConfig} read the
 * dynamic configuration at its root and pass over all names that they do not know, {@code
 * bootstrap} and {@code dcs} among them; of {@code postgresql} they leave out what belongs to one
 * member, such as {@code authentication} and {@code data_dir}.
 */
public final class WholeLocalConfiguration implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "dynamic/whole-local-configuration",
          Severity.ERROR,
          "The dynamic configuration holds a local one or one level too many",
          Safety.DISPLAY);

  private static final Set<String> LOCAL =
      Set.of(
          "scope",
          "name",
          "namespace",
          "restapi",
          "ctl",
          "log",
          "watchdog",
          "tags",
          "etcd",
          "etcd3",
          "consul",
          "zookeeper",
          "exhibitor",
          "kubernetes",
          "raft");

  private static final List<String> OF_ONE_MEMBER =
      List.of(
          "authentication",
          "listen",
          "connect_address",
          "data_dir",
          "pgpass",
          "config_dir",
          "proxy_address");

  /** So many local settings are no slip, they are another file. */
  private static final int MANY = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() == FileKind.PATRONI) {
      ConfigTree.of(file).at("bootstrap", "dcs").ifPresent(section -> check(section, findings));
    } else if (file.kind() == FileKind.DYNAMIC || file.kind() == FileKind.DYNAMIC_CACHE) {
      ConfigNode root = ConfigTree.of(file).root();
      if (root != null) {
        check(root, findings);
      }
    }
  }

  private static void check(ConfigNode root, Findings findings) {
    Optional<ConfigNode> level = level(root);
    List<ConfigNode> local = local(root);
    if (level.isPresent()) {
      String below = names(inner(level.get()));
      report(
          root,
          level.get(),
          local,
          findings,
          "Patroni reads the dynamic configuration from its root, so nothing below "
              + level.get().key()
              + " has any effect"
              + (below.isEmpty() ? "." : ": " + below + "."));
    } else if (local.size() >= MANY) {
      report(
          root,
          local.get(0),
          local.subList(1, local.size()),
          findings,
          "This dynamic configuration holds a whole patroni.yml. Patroni reads "
              + local.stream().map(ConfigNode::path).collect(Collectors.joining(", "))
              + " only from the local file of each member; here they have no effect.");
    }
  }

  /** Tells whether this rule speaks of the dynamic configuration {@code root} as a whole. */
  static boolean speaksOf(ConfigNode root) {
    return level(root).isPresent() || local(root).size() >= MANY;
  }

  private static void report(
      ConfigNode root,
      ConfigNode first,
      List<ConfigNode> others,
      Findings findings,
      String message) {
    Finding.Builder finding = Finding.at(first.keyLocation()).path(first.path());
    List<ConfigNode> all = new ArrayList<>(List.of(first));
    for (ConfigNode other : others) {
      finding.related(other.keyLocation(), "has no effect here either");
      all.add(other);
    }
    if (first.file().kind() == FileKind.DYNAMIC) {
      finding.fix(fix(root, all));
    }
    findings.add(finding, message);
  }

  /** A level too many: {@code bootstrap}, or {@code dcs} with dynamic settings below it. */
  private static Optional<ConfigNode> level(ConfigNode root) {
    return root.child("bootstrap").or(() -> root.child("dcs")).filter(ConfigNode::isMapping);
  }

  /** Returns what was meant as the dynamic configuration. */
  private static ConfigNode inner(ConfigNode level) {
    return level.child("dcs").filter(ConfigNode::isMapping).orElse(level);
  }

  /** The settings of one member, the most telling ones first. */
  private static List<ConfigNode> local(ConfigNode root) {
    List<ConfigNode> found = new ArrayList<>();
    for (String name : OF_ONE_MEMBER) {
      root.at("postgresql", name).ifPresent(found::add);
    }
    root.children().stream().filter(c -> LOCAL.contains(c.key())).forEach(found::add);
    return found;
  }

  private static String names(ConfigNode section) {
    return names(section.children());
  }

  private static String names(List<ConfigNode> settings) {
    return settings.stream().map(ConfigNode::key).distinct().collect(Collectors.joining(", "));
  }

  private static Fix fix(ConfigNode root, List<ConfigNode> settings) {
    String scope = root.child("scope").flatMap(ConfigNode::text).orElse("");
    String removal =
        settings.stream()
            .map(s -> " -s " + ShellQuoting.word(s.path() + "=null"))
            .collect(Collectors.joining());
    String cluster = scope.isEmpty() ? "" : " " + ShellQuoting.word(scope);
    return new Fix(
        "edit-config",
        "Take what has no effect out of the dynamic configuration",
        Safety.DISPLAY,
        List.of(),
        List.of("patronictl edit-config" + cluster + " --force" + removal),
        List.of(
            "What is meant to count has to be set again at the root, for instance with patronictl"
                + " edit-config --apply and a file that holds only the content of bootstrap.dcs."));
  }
}
