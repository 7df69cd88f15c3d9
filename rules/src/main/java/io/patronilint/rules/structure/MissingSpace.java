package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;

/**
 * Flags names with a colon in them and no value: a blank is missing behind the colon.
 *
 * <p>Source: YAML ends a plain name only at a colon with a blank behind it; PyYAML reads {@code
 * {nofailover:false}} as one name without a value.
 */
public final class MissingSpace implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/missing-space",
          Severity.ERROR,
          "A blank is missing behind a colon, so that name and value are one name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode root = node.local().root();
    if (root != null) {
      check(root, findings);
    }
    for (ConfigNode dynamic : Sections.dynamic(node)) {
      if (dynamic.file() != node.mainFile()) {
        check(dynamic, findings);
      }
    }
  }

  private static void check(ConfigNode section, Findings findings) {
    for (ConfigNode child : section.children()) {
      String key = child.key();
      int colon = key.indexOf(':');
      boolean joined =
          section.isMapping()
              && child.isNull()
              && colon > 0
              && colon < key.length() - 1
              && key.chars().limit(colon).allMatch(MissingSpace::isOfName)
              && !Templates.unrendered(key);
      if (joined) {
        findings.add(
            Finding.at(child.keyLocation()).path(child.path()),
            "YAML reads this as one name without a value, because the blank behind the colon is"
                + " missing: "
                + key.substring(0, colon)
                + " is not set.");
      } else {
        check(child, findings);
      }
    }
  }

  private static boolean isOfName(int c) {
    return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9');
  }
}
