package io.patronilint.rules.recovery;

import io.patronilint.core.backup.TablespaceMap;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a tablespace_map that PostgreSQL refuses.
 *
 * <p>Source: {@code read_tablespace_map} of PostgreSQL.
 */
public final class BrokenTablespaceMap implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/broken-tablespace-map",
          Severity.ERROR,
          "PostgreSQL refuses the tablespace_map of a restored backup");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.TABLESPACE_MAP || !file.problems().isEmpty()) {
      return;
    }
    TablespaceMap.Problem problem = TablespaceMap.read(file.text()).problem();
    if (problem != null) {
      findings.add(Finding.at(new Location(file, problem.span())), problem.message());
    }
  }
}
