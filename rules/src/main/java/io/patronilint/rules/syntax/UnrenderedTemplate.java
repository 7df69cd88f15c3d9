package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.SourceFile;

/**
 * Flags a file that is no YAML yet because a template engine has still to render it.
 *
 * <p>Source: control blocks, and placeholders in double braces that stand without quotes, are no
 * YAML to PyYAML, and so Patroni refuses them. A template is no mistake by itself, so this is a
 * warning for a file that Patroni could be pointed at and information for one that says in its name
 * or folder that it is a template.
 */
public final class UnrenderedTemplate implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax/unrendered-template",
          Severity.WARNING,
          "The file is a template that has not been rendered");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (!RefusedYaml.isTemplate(file)) {
      return;
    }
    Finding.Builder finding = Finding.at(new Location(file, file.yaml().problems().get(0).span()));
    if (RefusedYaml.saysTemplate(file.path())) {
      finding.severity(Severity.INFO);
    }
    findings.add(
        finding,
        "The file is a template that has not been rendered, and no YAML from here on. Patroni does"
            + " not start with it as it is, and nothing in it was checked: render it and check"
            + " what comes out.");
  }
}
