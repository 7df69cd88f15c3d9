package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;

/**
 * Flags a second YAML document: Patroni reads a file as one document and refuses it otherwise.
 *
 * <p>Source: {@code yaml.safe_load} raises {@code ComposerError} ("expected a single document").
 */
public final class SeveralDocuments implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax/several-documents", Severity.ERROR, "The file holds more than one YAML document");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    RefusedYaml.report(file, findings, YamlProblem.Kind.SEVERAL_DOCUMENTS);
  }
}
