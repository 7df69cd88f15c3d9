package io.patronilint.rules.syntax;

import io.patronilint.core.conf.ConfFile;
import io.patronilint.core.conf.ConfIncludes;
import io.patronilint.core.conf.ConfLookup;
import io.patronilint.core.conf.ConfResolution;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags files of PostgreSQL's configuration that include themselves.
 *
 * <p>Source: {@code ParseConfigFile} of PostgreSQL gives up when a file includes itself and at the
 * eleventh nested include; Patroni lets postgresql.conf include postgresql.base.conf.
 */
public final class IncludeLoop implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax/include-loop",
          Severity.ERROR,
          "A file of PostgreSQL's configuration includes itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      DataDirectory data = node.dataDirectory();
      if (data != null) {
        String root = data.has("postgresql.base.conf") ? "postgresql.base.conf" : "postgresql.conf";
        data.file(root).filter(seen::add).ifPresent(f -> check(data, root, f, findings));
      }
    }
  }

  /** Paths are those below the data directory. */
  private static void check(DataDirectory data, String name, SourceFile root, Findings findings) {
    ConfResolution all = ConfIncludes.resolve(name, root.conf(), new Files(data));
    for (ConfResolution.Problem problem : all.problems()) {
      boolean endless =
          problem.kind() == ConfResolution.Kind.LOOP
              || problem.kind() == ConfResolution.Kind.TOO_DEEP
              || problem.kind() == ConfResolution.Kind.TOO_MUCH;
      SourceFile file = data.file(problem.path()).orElse(null);
      if (endless && file != null) {
        findings.add(
            Finding.at(new Location(file, problem.span())),
            problem.message()
                + " The server does not start, and a reload changes"
                + " nothing at all.");
      }
    }
  }

  /** The files of a data directory. */
  private record Files(DataDirectory data) implements ConfLookup {

    @Override
    public @Nullable ConfFile file(String path) {
      return data.file(path).filter(f -> f.problems().isEmpty()).map(SourceFile::conf).orElse(null);
    }

    @Override
    public @Nullable Collection<String> directory(String path) {
      return null;
    }
  }
}
