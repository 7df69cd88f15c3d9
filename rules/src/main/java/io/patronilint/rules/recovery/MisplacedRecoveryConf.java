package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.YamlFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Flags recovery settings in a place, or under a name, that Patroni never reads.
 *
 * <p>Source: {@code ConfigHandler} reads {@code postgresql.recovery_conf} of the effective
 * configuration and {@code Bootstrap} that of a custom bootstrap method; {@code
 * Config._build_effective_configuration} and {@code _safe_copy_dynamic_configuration} carry other
 * names along or drop them, and nothing looks at them.
 */
public final class MisplacedRecoveryConf implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/misplaced-recovery-conf",
          Severity.ERROR,
          "Recovery settings stand where Patroni does not read them",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (RecoveryPlace place : RecoveryPlace.of(node)) {
      for (ConfigNode setting : place.section().children()) {
        place
            .verdict(setting)
            .ifPresent(verdict -> report(node, place, setting, verdict, findings));
      }
    }
  }

  private static void report(
      Node node,
      RecoveryPlace place,
      ConfigNode setting,
      RecoveryPlace.Verdict verdict,
      Findings findings) {
    Finding.Builder finding = Finding.at(setting.keyLocation()).path(setting.path());
    if (verdict == RecoveryPlace.Verdict.MISSPELT) {
      YamlFix.of(
              YamlEditor.rename(setting.file(), setting.keys(), "recovery_conf"),
              "rename",
              "Call the section recovery_conf",
              Safety.UNSAFE,
              command(node, setting))
          .filter(fix -> setting.isMapping() && !taken(place.section(), "recovery_conf"))
          .ifPresent(finding::fix);
    } else {
      target(place, setting)
          .flatMap(
              to ->
                  YamlFix.of(
                      move(setting, to),
                      "move",
                      "Move " + setting.key() + " to " + dotted(to),
                      Safety.UNSAFE,
                      command(node, setting)))
          .ifPresent(finding::fix);
    }
    findings.add(finding, message(place, setting, verdict));
  }

  private static EditResult move(ConfigNode setting, List<Object> to) {
    return YamlEditor.move(setting.file(), setting.keys(), to);
  }

  /** patronictl takes a dot in a name for the end of it. */
  private static Optional<String> command(Node node, ConfigNode setting) {
    if (setting.key().indexOf('.') >= 0) {
      return Optional.empty();
    }
    List<ConfigNode> settings = setting.isMapping() ? setting.children() : List.of(setting);
    return Patronictl.move(node, settings, "recovery_conf");
  }

  /** Returns the path that the setting should have; empty if that is taken or makes no sense. */
  private static Optional<List<Object>> target(RecoveryPlace place, ConfigNode setting) {
    List<Object> to = new ArrayList<>(place.target());
    if (to.isEmpty()) {
      return Optional.empty();
    }
    ConfigNode existing = place.root().at(place.target().toArray(String[]::new)).orElse(null);
    if (RecoveryPlace.isSection(setting.key())) {
      boolean usable = setting.isMapping() && existing == null;
      return usable ? Optional.of(to) : Optional.empty();
    }
    to.add(setting.key());
    boolean free =
        existing == null || (existing.isMapping() && existing.child(setting.key()).isEmpty());
    return free && RecoveryPlace.countsThere(setting.key()) ? Optional.of(to) : Optional.empty();
  }

  private static boolean taken(ConfigNode section, String name) {
    return section.child(name).isPresent();
  }

  private static String message(
      RecoveryPlace place, ConfigNode setting, RecoveryPlace.Verdict verdict) {
    String names =
        setting.children().stream().map(ConfigNode::key).collect(Collectors.joining(", "));
    String what = setting.isMapping() && !names.isEmpty() ? names : setting.key();
    if (verdict == RecoveryPlace.Verdict.MISSPELT) {
      return "Patroni knows no section called "
          + setting.key()
          + ", only recovery_conf, so "
          + what
          + (setting.children().size() > 1 ? " have" : " has")
          + " no effect.";
    }
    if (verdict == RecoveryPlace.Verdict.PASSED_ON) {
      return "A replica creation method has no "
          + setting.key()
          + ". Patroni passes it to the command as the option --"
          + setting.key()
          + " and sets nothing in PostgreSQL.";
    }
    String belongs = place.target().isEmpty() ? "postgresql.recovery_conf" : dotted(place.target());
    return "Patroni does not read "
        + setting.path()
        + ", so "
        + what
        + (setting.children().size() > 1 ? " have" : " has")
        + " no effect. The place for it is "
        + belongs
        + ".";
  }

  private static String dotted(List<?> keys) {
    return keys.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
