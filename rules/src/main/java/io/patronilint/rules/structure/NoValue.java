package io.patronilint.rules.structure;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.ValueTypes;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Requirement;
import io.patronilint.schemas.keys.ValueKind;

/**
 * Flags keys that are written without a value.
 *
 * <p>Source: PyYAML reads nothing as None; {@code patroni/validator.py} takes None for none of the
 * types that it asks for, and the readers of the required keys fail with it.
 */
public final class NoValue implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/no-value", Severity.INFO, "A key is written without a value", Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Known known : KeyWalk.of(node).known()) {
      boolean required = known.key().required() == Requirement.REQUIRED;
      boolean nothing = known.setting().isNull() && !mayBeNull(node, known);
      if (nothing || (required && known.setting().text().orElse("-").isEmpty())) {
        report(known, findings);
      }
    }
  }

  /** Free names are methods and parameters, which rules of their own look at. */
  private static boolean mayBeNull(Node node, Known known) {
    PatroniKey key = known.key();
    boolean bootstrapFails =
        node.target().patroni() == null || node.target().patroniBefore(4, 1, 1);
    return known.isFree()
        || key.types().isEmpty()
        || key.allows(ValueKind.NULL)
        || key.allows(ValueKind.ANY)
        || known.pattern().startsWith("postgresql.parameters.")
        || known.setting().path().equals("postgresql.recovery_conf")
        || (bootstrapFails
            && known.pattern().equals("postgresql.authentication.superuser.password"));
  }

  private static void report(Known known, Findings findings) {
    ConfigNode setting = known.setting();
    boolean required = known.key().required() == Requirement.REQUIRED;
    Finding.Builder finding =
        Finding.at(setting.location())
            .path(setting.path())
            .severity(required ? Severity.WARNING : Severity.INFO);
    if (!required) {
      ConfigFixes.of(
              "remove",
              "Remove " + setting.path(),
              Safety.UNSAFE,
              YamlEditor.remove(setting.file(), setting.keys()))
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        setting.path()
            + " has no value; it has to be "
            + ValueTypes.words(known.key())
            + (required
                ? ". Patroni does not start, unless a variable of the environment sets it."
                : ". Leave the key out, or give it one."));
  }
}
