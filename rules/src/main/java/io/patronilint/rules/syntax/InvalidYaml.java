package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;

/**
 * Flags what the YAML parser of Patroni refuses: broken structure, unknown aliases, keys that are
 * lists or mappings, values that their type cannot hold, and nesting beyond all measure.
 *
 * <p>Source: PyYAML's reader, scanner, parser, composer and safe constructor, which {@code
 * Config._load_config_path} calls as {@code yaml.safe_load}.
 */
public final class InvalidYaml implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/invalid-yaml", Severity.ERROR, "PyYAML cannot parse the file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    RefusedYaml.report(
        file,
        findings,
        YamlProblem.Kind.SYNTAX,
        YamlProblem.Kind.ALIAS,
        YamlProblem.Kind.UNHASHABLE_KEY,
        YamlProblem.Kind.VALUE,
        YamlProblem.Kind.LIMIT);
  }
}
