package io.patronilint.rules.syntax;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * Flags a YAML file without a mapping at its root: empty, only comments, a list, a single word.
 *
 * <p>Source: {@code Config._load_config_path} refuses it by name since 3.3.6 and 4.0.5 and fails
 * with an {@code AttributeError} before; in a directory of fragments, one such file is enough.
 */
public final class NotAMapping implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("syntax/not-a-mapping", Severity.ERROR, "The file is empty or holds no mapping");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkFile(SourceFile file, Findings findings) {
    if (!RefusedYaml.isYaml(file) || !file.yaml().accepted()) {
      return;
    }
    YamlNode root = file.yaml().root();
    if (root != null && root.resolved() instanceof YamlMapping) {
      return;
    }
    Span place = root == null ? Span.at(0) : root.span();
    Finding.Builder finding = Finding.at(new Location(file, firstLine(file, place)));
    if (file.kind() == FileKind.DYNAMIC_CACHE) {
      finding.severity(Severity.WARNING);
    }
    findings.add(finding, what(root) + " " + RefusedYaml.consequence(file));
  }

  private static String what(@Nullable YamlNode root) {
    if (root == null) {
      return "The file holds no settings: it is empty or has only comments.";
    }
    boolean scalar = root.resolved() instanceof YamlScalar;
    return "The file must hold settings as \"name: value\", but it is "
        + (scalar ? "a single value." : "a list.");
  }

  private static Span firstLine(SourceFile file, Span span) {
    int line = file.text().lineAt(span.start());
    return new Span(span.start(), Math.min(span.end(), file.text().lineEnd(line)));
  }
}
