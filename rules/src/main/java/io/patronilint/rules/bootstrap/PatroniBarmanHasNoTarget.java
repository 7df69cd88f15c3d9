package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.shell.CommandCall;
import io.patronilint.core.shell.CommandLine;
import io.patronilint.core.shell.ShellWord;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.RecoverySection;
import io.patronilint.rules.support.StandbyClusters;
import java.util.Locale;

/**
 * Flags a recovery target that is handed to {@code patroni_barman recover}.
 *
 * <p>The program ({@code patroni/scripts/barman/cli.py}, since 3.3.0) has no such option and
 * ignores those that it does not know ({@code parse_known_args}).
 */
public final class PatroniBarmanHasNoTarget implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/patroni-barman-has-no-target",
          Severity.ERROR,
          "patroni_barman ignores the recovery target and restores everything");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    BootstrapMethod method = StandbyClusters.bootstrapMethod(node).orElse(null);
    ConfigNode section = method == null ? null : method.section();
    if (method == null || section == null) {
      return;
    }
    boolean elsewhere =
        method.recoveryConf().filter(c -> !RecoverySection.of(c).targets().isEmpty()).isPresent();
    CommandLine line = CommandLine.ofExec(method.command().orElse(""));
    CommandCall call = line.call("patroni_barman");
    if (elsewhere || call == null || !call.hasArgument("recover")) {
      return;
    }
    for (ConfigNode key : section.children()) {
      if (isTarget(key.key())) {
        report(key.keyLocation(), key.path(), key.key(), findings);
        return;
      }
    }
    ConfigNode command = section.child("command").orElse(section);
    for (ShellWord argument : call.arguments()) {
      if (argument.text().startsWith("--") && isTarget(argument.text().substring(2))) {
        report(command.valueLocation(), command.path(), argument.text(), findings);
        return;
      }
    }
  }

  private static boolean isTarget(String option) {
    String name = option.toLowerCase(Locale.ROOT).replace('_', '-');
    return name.startsWith("target-") || name.startsWith("recovery-target");
  }

  private static void report(Location at, String path, String what, Findings findings) {
    findings.add(
        Finding.at(at).path(path),
        "patroni_barman recover knows no recovery target and ignores \""
            + what
            + "\": the new cluster is recovered to the end of the archive, past the target.");
  }
}
