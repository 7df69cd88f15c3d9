package io.patronilint.rules.backup;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Stanza;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.Set;

/**
 * Flags a repository of pgBackRest inside the data directory that it backs up.
 *
 * <p>{@code Postgresql.remove_data_directory} of Patroni deletes everything in it before a replica
 * is made, and moves it aside after a bootstrap that failed.
 */
public final class RepositoryInDataDirectory implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/repository-in-data-directory",
          Severity.ERROR,
          "The backup repository lies in the data directory that it is to save");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.PGBACKREST || !file.problems().isEmpty()) {
      return;
    }
    Set<IniFile.Key> seen = new HashSet<>();
    for (Stanza stanza : Stanza.of(file)) {
      for (IniFile.Key repository : stanza.localRepositories()) {
        for (IniFile.Key data : stanza.localPaths()) {
          if (inside(repository.value(), data.value()) && seen.add(repository)) {
            report(file, repository, data, findings);
          }
        }
      }
    }
  }

  private static boolean inside(String repository, String data) {
    String folder = data.endsWith("/") ? data : data + "/";
    return data.length() > 1
        && data.startsWith("/")
        && !Templates.unrendered(data + repository)
        && (repository + "/").startsWith(folder);
  }

  private static void report(
      SourceFile file, IniFile.Key repository, IniFile.Key data, Findings findings) {
    findings.add(
        Finding.at(new Location(file, repository.valueSpan()))
            .path(repository.name())
            .related(new Location(file, data.valueSpan()), "the data directory"),
        repository.name()
            + " lies in the data directory "
            + data.value()
            + ". Patroni deletes that directory when it reinitialises the member, the backups and"
            + " the archive with it; and the backups are lost with the disk that they are for.");
  }
}
