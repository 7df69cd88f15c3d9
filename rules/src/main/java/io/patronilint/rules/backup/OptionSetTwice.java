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
import io.patronilint.rules.support.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Flags an option that stands twice in a section of pgbackrest.conf.
 *
 * <p>pgBackRest joins sections of one name, and refuses an option with two values unless it is a
 * list ({@code cfgParse}).
 */
public final class OptionSetTwice implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/option-set-twice",
          Severity.ERROR,
          "pgBackRest refuses an option that stands twice in a section");

  /** Endings of the options that take several values, from pgBackRest's config.yaml. */
  private static final Set<String> LISTS =
      Set.of(
          "annotation",
          "db-exclude",
          "db-include",
          "exclude",
          "link-map",
          "lock",
          "recovery-option",
          "repo-block-age-map",
          "repo-block-checksum-size-map",
          "repo-block-size-map",
          "repo-sftp-known-host",
          "repo-storage-tag",
          "tablespace-map",
          "tls-server-auth");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    boolean readable = file.kind() == FileKind.PGBACKREST && file.problems().isEmpty();
    if (!readable || Templates.branching(file.text()) || Templates.unrendered(file.text().text())) {
      return;
    }
    Map<String, IniFile.Key> first = new HashMap<>();
    for (IniFile.Section section : file.ini().sections()) {
      for (IniFile.Key key : section.keys()) {
        IniFile.Key before = first.putIfAbsent(section.name() + "\0" + key.name(), key);
        if (before != null && !isList(key.name())) {
          report(file, section, before, key, findings);
        }
      }
    }
  }

  /** A repository's number stands in the middle of the name. */
  private static boolean isList(String name) {
    int dash = name.indexOf('-');
    boolean repository = name.startsWith("repo") && dash > 4;
    return LISTS.contains(repository ? "repo" + name.substring(dash) : name);
  }

  private static void report(
      SourceFile file,
      IniFile.Section section,
      IniFile.Key before,
      IniFile.Key key,
      Findings findings) {
    findings.add(
        Finding.at(new Location(file, key.nameSpan()))
            .path(key.name())
            .related(new Location(file, before.nameSpan()), "the first"),
        key.name()
            + " stands in ["
            + section.name()
            + "] twice. pgBackRest joins sections of one name and stops with \"option '"
            + key.name()
            + "' cannot be set multiple times\": no archiving, no backup, no restore.");
  }
}
