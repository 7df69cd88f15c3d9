package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;

/**
 * Flags a tab where YAML wants blanks.
 *
 * <p>Source: PyYAML's scanner knows only the blank as white space between tokens. Patroni reads
 * {@code patroni.dynamic.json} as JSON, where a tab is allowed.
 */
public final class TabCharacter implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/tab-character", Severity.ERROR, "A tab stands where YAML wants blanks");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (file.kind() != FileKind.DYNAMIC_CACHE) {
      RefusedYaml.report(file, findings, YamlProblem.Kind.TAB);
    }
  }
}
