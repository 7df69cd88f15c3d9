package io.patronilint.rules.structure;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.ValueTypes;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Place;
import io.patronilint.schemas.keys.ValueKind;
import io.patronilint.schemas.py.PyParse;
import java.util.Optional;
import java.util.Set;

/**
 * Flags values of a type that Patroni does not expect.
 *
 * <p>Source: the functions that read each key, as the table of keys has it; {@code parse_bool} and
 * {@code parse_int} of {@code patroni/utils.py}.
 */
public final class WrongType implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/wrong-type",
          Severity.ERROR,
          "A value is not of the type that Patroni expects",
          Safety.UNSAFE);

  /** Rules of their own say more about these. */
  private static final Set<String> OTHERS =
      Set.of(
          "bootstrap.method",
          "bootstrap.initdb",
          "postgresql.basebackup",
          "postgresql.recovery_conf",
          "postgresql.create_replica_method",
          "postgresql.create_replica_methods",
          "standby_cluster",
          "standby_cluster.recovery_min_apply_delay");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Known known : KeyWalk.of(node).known()) {
      if (!isLeftToOthers(known) && !ValueTypes.fit(known.key(), known.setting())) {
        report(node, known, findings);
      }
    }
  }

  static boolean isLeftToOthers(Known known) {
    PatroniKey key = known.key();
    boolean method = key.path().size() == 3 && key.path().get(1).equals(PatroniKey.ANY_NAME);
    boolean ofMethod =
        method && !key.path().get(0).endsWith("slots") && (known.isFree() || isWord(known));
    boolean parameter = known.pattern().startsWith("postgresql.parameters");
    boolean refused = known.place() == Place.DYNAMIC || key.path().size() > 2;
    boolean identity =
        (key.secret() || key.name().equals("username")) && key.allows(ValueKind.STRING);
    return OTHERS.contains(known.pattern())
        || isWholeNumber(known)
        || ofMethod
        || (known.isFree() && key.path().get(0).equals("postgresql"))
        || (parameter && refused)
        || (identity && known.setting().isScalar());
  }

  /** Strings that say true or false have a rule of their own in methods. */
  private static boolean isWord(Known known) {
    return known.setting().type() == ScalarType.STR
        && PyParse.parseBool(known.setting().text().orElse("")).isPresent();
  }

  /** The timeouts, as far as they are what rules of their own look at. */
  private static boolean isWholeNumber(Known known) {
    ScalarType type = known.setting().type();
    boolean timeout = Set.of("ttl", "loop_wait", "retry_timeout").contains(known.pattern());
    return timeout && (type == ScalarType.INT || type == ScalarType.STR);
  }

  private static void report(Node node, Known known, Findings findings) {
    ConfigNode setting = known.setting();
    PatroniKey key = known.key();
    Finding.Builder finding =
        Finding.at(setting.location()).path(setting.path()).severity(severity(known));
    fix(node, known).ifPresent(finding::fix);
    String wrong = key.words().wrong();
    findings.add(
        finding,
        setting.path()
            + " has to be "
            + ValueTypes.words(key)
            + "; this is "
            + (setting.isSequence() && key.allows(ValueKind.LIST)
                ? "a list of something else"
                : ValueTypes.describe(setting))
            + (wrong.isEmpty() ? "." : ". " + wrong));
  }

  /** A number where a string is expected mostly does what is meant, and so does an empty value. */
  private static Severity severity(Known known) {
    boolean empty = known.key().allows(ValueKind.MAP) && !known.setting().truthy();
    boolean plain = known.setting().isScalar() && known.key().words().wrong().isEmpty();
    boolean identity = Set.of("name", "scope", "namespace").contains(known.pattern());
    boolean harmless = plain && known.key().allows(ValueKind.STRING) && !identity;
    return harmless || empty ? Severity.WARNING : Severity.ERROR;
  }

  private static Optional<Fix> fix(Node node, Known known) {
    ConfigNode setting = known.setting();
    PatroniKey key = known.key();
    boolean string = setting.type() == ScalarType.STR;
    Optional<Boolean> flag = PyParse.parseBool(setting.text().orElse(""));
    if (string && key.allows(ValueKind.BOOL) && flag.isPresent()) {
      return new ConfigFixes(node)
          .replace(
              "boolean", "Write the boolean " + flag.get(), Safety.UNSAFE, setting, flag.get());
    }
    if (setting.isScalar() && !string && key.allows(ValueKind.STRING)) {
      return ConfigFixes.of(
          "quote",
          "Quote the value",
          Safety.UNSAFE,
          YamlEditor.quote(setting.file(), setting.keys()));
    }
    return Optional.empty();
  }
}
