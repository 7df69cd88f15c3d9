package io.patronilint.rules.backup;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Stanza;
import io.patronilint.rules.support.StanzaUse;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a pg1-path that is not Patroni's data directory.
 *
 * <p>pgBackRest restores to pg1-path; for a backup it compares the path, as a text, with the
 * server's data_directory ({@code checkDbConfig}), and for archive-push with its working directory
 * ({@code walPath}).
 */
public final class PgPathDiffers implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/pg-path-differs",
          Severity.ERROR,
          "pgBackRest has another data directory than Patroni",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<IniFile.Key> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      SourceFile conf = node.pgbackrest();
      String directory = directory(node).map(c -> c.text().orElse("")).orElse("");
      if (conf == null || directory.isEmpty() || !directory.startsWith("/")) {
        continue;
      }
      for (Stanza stanza : Stanza.of(node)) {
        List<IniFile.Key> paths = stanza.localPaths();
        boolean fits = paths.stream().anyMatch(p -> plain(p.value()).equals(plain(directory)));
        boolean othersFit =
            cluster.nodes().stream()
                .filter(n -> conf.equals(n.pgbackrest()))
                .map(n -> directory(n).flatMap(ConfigNode::text).orElse(""))
                .anyMatch(d -> paths.stream().anyMatch(p -> plain(p.value()).equals(plain(d))));
        if (paths.size() == 1 && !fits && !othersFit && seen.add(paths.get(0))) {
          use(node, stanza.name())
              .ifPresent(
                  use -> report(node, stanza.file(), paths.get(0), directory, use, findings));
        }
      }
    }
  }

  private static Optional<ConfigNode> directory(Node node) {
    return node.local()
        .at("postgresql", "data_dir")
        .filter(d -> !Templates.unrendered(d.text().orElse("")));
  }

  private static Optional<StanzaUse> use(Node node, String stanza) {
    return StanzaUse.of(node).stream()
        .filter(u -> u.role() != StanzaUse.Role.SOURCE && u.stanza().equals(stanza))
        .filter(u -> !u.call().hasOption("pg1-path") && !u.call().hasOption("config"))
        .findFirst();
  }

  private static String plain(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static void report(
      Node node,
      SourceFile conf,
      IniFile.Key path,
      String directory,
      StanzaUse use,
      Findings findings) {
    if (Templates.unrendered(path.value()) || path.value().isEmpty()) {
      return;
    }
    Finding.Builder finding =
        Finding.at(new Location(conf, path.valueSpan()))
            .path(path.name())
            .related(use.location(), "this uses it");
    directory(node).ifPresent(d -> finding.related(d.valueLocation(), "Patroni's data directory"));
    finding.fix(
        Fix.of(
            "set-path",
            "Set " + path.name() + " to " + directory,
            Safety.UNSAFE,
            List.of(new FileEdit.Replace(conf, path.valueSpan(), directory))));
    findings.add(
        finding,
        path.name()
            + " is "
            + path.value()
            + ", but Patroni's data directory is "
            + directory
            + ". Backups stop with \"queried from cluster do not match\" and archive-push with"
            + " \"working directory is not the same as option pg1-path\"; a restore fills the other"
            + " directory, and Patroni finds its own empty.");
  }
}
