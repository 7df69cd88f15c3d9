package io.patronilint.rules.host;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Optional;

/**
 * Flags a data directory in which Patroni finds neither nothing nor a cluster.
 *
 * <p>Source: {@code Postgresql.data_directory_empty} and {@code Ha._run_cycle}: a directory without
 * {@code global/pg_control} that is not empty is neither used nor filled ("system ID is invalid" or
 * "data directory is not empty"); {@code validate_data_dir} in {@code patroni/validator.py}.
 */
public final class UnusableDataDirectory implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/unusable-data-directory",
          Severity.ERROR,
          "The data directory is neither empty nor a cluster of PostgreSQL");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    Optional<Setting> setting =
        Setting.of(node, "postgresql", "data_dir").filter(Setting::isAbsolute);
    if (setting.isPresent()) {
      String problem = problem(setting.get().text(), host);
      if (!problem.isEmpty()) {
        findings.add(setting.get().finding(), setting.get().text() + " " + problem);
      }
    }
  }

  private static String problem(String path, Host host) {
    HostFile folder = host.file(path);
    if (folder.kind() == HostFile.Kind.FILE || folder.kind() == HostFile.Kind.OTHER) {
      return "is not a directory: Patroni cannot make a cluster there.";
    }
    List<String> names = folder.isDirectory() ? host.names(path).orElse(List.of()) : List.of();
    boolean control = host.file(path + "/global/pg_control").kind() != HostFile.Kind.ABSENT;
    if (names.stream().allMatch(UnusableDataDirectory::isIgnored)) {
      return "";
    }
    if (!control) {
      boolean cluster = names.contains("PG_VERSION");
      return cluster
          ? "has no global/pg_control: a part of a cluster, which PostgreSQL does not start."
          : "is not empty and no cluster of PostgreSQL: Patroni neither starts nor fills it.";
    }
    return names.contains("pg_wal") || names.contains("pg_xlog")
        ? ""
        : "has no pg_wal: PostgreSQL does not start without it.";
  }

  /** What Patroni takes an empty directory for in spite of ({@code data_directory_is_empty}). */
  private static boolean isIgnored(String name) {
    return name.startsWith(".") || name.equals("lost+found");
  }
}
