package io.patronilint.rules.backup;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.Templates;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Set;

/**
 * Flags a key of a method's section that Patroni hands to a backup tool as an option which the tool
 * cannot know.
 *
 * <p>{@code Bootstrap._custom_bootstrap} (since 3.2.0) and {@code Bootstrap.create_replica} make
 * {@code --key=value} of every key that they do not use themselves, with {@code no_params} too.
 */
public final class MethodKeyBecomesOption implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/method-key-becomes-option",
          Severity.ERROR,
          "A key of a method becomes an option that the backup tool rejects",
          Safety.UNSAFE);

  private static final Set<String> BOOTSTRAP =
      Set.of(
          "command",
          "no_params",
          "keep_existing_recovery_conf",
          "recovery_conf",
          "scope",
          "datadir");

  private static final Set<String> REPLICA =
      Set.of("command", "no_params", "no_leader", "keep_data");

  /** Programs that have no option with an underscore and stop at one that they do not know. */
  private static final Set<String> STRICT = Set.of("pgbackrest", "wal-g", "wal-e", "barman");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (!node.target().patroniBefore(3, 2)) {
      StandbyClusters.bootstrapMethod(node)
          .map(BootstrapMethod::section)
          .ifPresent(section -> check(node, section, BOOTSTRAP, findings));
    }
    for (ReplicaMethod method : ReplicaMethod.of(node)) {
      if (method.section() != null) {
        check(node, method.section(), REPLICA, findings);
      }
    }
  }

  private static void check(Node node, ConfigNode section, Set<String> own, Findings findings) {
    String command = section.child("command").flatMap(ConfigNode::text).orElse("");
    CommandLine line = CommandLine.ofExec(command);
    boolean noParams = section.child("no_params").filter(ConfigNode::truthy).isPresent();
    // Without no_params the other arguments are rejected already, which has a rule of its own.
    if (!noParams
        || Templates.unrendered(command)
        || line.problem() != null
        || line.calls().size() != 1
        || !STRICT.contains(line.program())
        || line.calls().get(0).wrappers().stream().anyMatch(w -> w.endsWith("sh"))) {
      return;
    }
    for (ConfigNode key : section.children()) {
      boolean misplaced = key.isMapping() || key.key().startsWith("recovery");
      // Other rules speak of these.
      boolean known = Set.of("no_master", "keep_existing_recovery_conf").contains(key.key());
      if (!own.contains(key.key()) && key.key().indexOf('_') >= 0 && !misplaced && !known) {
        report(node, key, line.program(), findings);
      }
    }
  }

  private static void report(Node node, ConfigNode key, String program, Findings findings) {
    Finding.Builder finding = Finding.at(key.keyLocation()).path(key.path());
    YamlFix.of(
            YamlEditor.remove(key.file(), key.keys()),
            "remove-key",
            "Remove " + key.key(),
            Safety.UNSAFE,
            Patronictl.remove(node, List.of(key)))
        .ifPresent(finding::fix);
    boolean recovery = RecoveryParameters.contains(key.key());
    findings.add(
        finding,
        "Patroni does not use "
            + key.key()
            + " here and appends it to the command as --"
            + key.key()
            + "="
            + (key.isScalar() ? key.text().filter(t -> t.length() <= 20).orElse("…") : "…")
            + ". "
            + program
            + " has no such option and stops, so the method fails."
            + (recovery ? " A recovery setting belongs in recovery_conf." : ""));
  }
}
