package io.patronilint.rules.access;

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
import io.patronilint.schemas.keys.ValueKind;

/**
 * Flags passwords, tokens and names of users that YAML does not take for strings.
 *
 * <p>Source: {@code Bootstrap._initdb} encodes the superuser's password for its file, {@code
 * PgPass} and libpq's connection strings take {@code str()} of the others, which for {@code 0123}
 * is 83.
 */
public final class PasswordNotAString implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/password-not-a-string",
          Severity.ERROR,
          "YAML does not take a password or the name of a user for a string",
          Safety.UNSAFE);

  private static final String SUPERUSER = "postgresql.authentication.superuser.password";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Known known : KeyWalk.of(node).known()) {
      ConfigNode setting = known.setting();
      boolean identity = known.key().secret() || known.key().name().equals("username");
      boolean text = known.key().allows(ValueKind.STRING) && setting.isScalar();
      if (!identity || !text || setting.isString()) {
        continue;
      }
      if (!setting.isNull()) {
        report(setting, findings);
      } else if (known.pattern().equals(SUPERUSER) && isAffected(node)) {
        findings.add(
            Finding.at(setting.location()).path(setting.path()).severity(Severity.WARNING),
            setting.path()
                + " has no value. Up to Patroni 4.1.0 the bootstrap of a new cluster fails with a"
                + " Python error because of it; set a password, or take the key out.");
      }
    }
  }

  /** Later releases take a null for no password. */
  private static boolean isAffected(Node node) {
    return node.target().patroni() == null || node.target().patroniBefore(4, 1, 1);
  }

  private static void report(ConfigNode setting, Findings findings) {
    Finding.Builder finding = Finding.at(setting.location()).path(setting.path());
    ConfigFixes.of(
            "quote",
            "Quote the value",
            Safety.UNSAFE,
            YamlEditor.quote(setting.file(), setting.keys()))
        .ifPresent(finding::fix);
    String type =
        switch (setting.type() == null ? "" : setting.type().name()) {
          case "BOOL" -> "a boolean";
          case "TIMESTAMP" -> "a date";
          default -> "a number";
        };
    findings.add(
        finding,
        "YAML reads the value of "
            + setting.path()
            + " as "
            + type
            + ", not as a string: Patroni fails with it, or uses another text than is written.");
  }
}
