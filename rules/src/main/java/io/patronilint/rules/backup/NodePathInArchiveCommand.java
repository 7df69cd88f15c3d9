package io.patronilint.rules.backup;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flags an {@code archive_command} for all members that names the data directory of one of them
 * before {@code %p}.
 *
 * <p>The dynamic configuration is the same on every member. PostgreSQL runs the command in the data
 * directory and gives {@code %p} relative to it (PostgreSQL documentation, archive_command), so the
 * path is never needed, and after a failover to a member with another one archiving fails.
 */
public final class NodePathInArchiveCommand implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/node-path-in-archive-command",
          Severity.WARNING,
          "archive_command of all members holds the data directory of one",
          Safety.SAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<String> folders =
        cluster.nodes().stream().flatMap(n -> dataDir(n).stream()).collect(Collectors.toSet());
    if (cluster.nodes().size() > 1 && folders.size() == 1) {
      return; // Every member that we see has the same data directory.
    }
    cluster.nodes().forEach(node -> check(node, findings));
  }

  private static Optional<String> dataDir(Node node) {
    return node.local()
        .at("postgresql", "data_dir")
        .flatMap(ConfigNode::text)
        .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
        .filter(text -> text.startsWith("/") && text.length() > 1);
  }

  private static void check(Node node, Findings findings) {
    String folder = dataDir(node).orElse("");
    Stream<ConfigNode> roots =
        Stream.concat(
            node.local().at("bootstrap", "dcs").stream(),
            Optional.ofNullable(node.dynamic()).flatMap(d -> d.at()).stream());
    roots
        .flatMap(root -> root.at("postgresql", "parameters", "archive_command").stream())
        .filter(command -> !folder.isEmpty() && holds(command, folder))
        .forEach(command -> report(command, folder, node, findings));
  }

  private static boolean holds(ConfigNode command, String folder) {
    return command.text().filter(text -> text.contains(folder + "/%p")).isPresent();
  }

  private static void report(ConfigNode command, String folder, Node node, Findings findings) {
    Finding.Builder finding = Finding.at(command.valueLocation()).path(command.path());
    node.local()
        .at("postgresql", "data_dir")
        .ifPresent(n -> finding.related(n.valueLocation(), "the data directory of this member"));
    fix(command, folder).ifPresent(finding::fix);
    findings.add(
        finding,
        "Every member runs this archive_command, but "
            + folder
            + " is the data directory of one; on a member with another path archiving fails after"
            + " a failover. %p is already relative to the data directory.");
  }

  private static Optional<Fix> fix(ConfigNode command, String folder) {
    Span span = command.yaml().span();
    String raw = command.file().text().slice(span);
    int at = raw.indexOf(folder + "/%p");
    if (at < 0 || raw.indexOf(folder + "/%p", at + 1) >= 0) {
      return Optional.empty();
    }
    int start = span.start() + at;
    Span path = new Span(start, start + folder.length() + 1);
    FileEdit edit = new FileEdit.Replace(command.file(), path, "");
    return Optional.of(
        new Fix(
            "relative-path",
            "leave the path before %p out",
            Safety.SAFE,
            List.of(edit),
            List.of(),
            List.of(
                "For a cluster that exists the dynamic configuration has to change too: patronictl"
                    + " edit-config.")));
  }
}
