package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.edit.ConfEditor;
import io.patronilint.core.edit.EditResult;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Templates;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags recovery settings in postgresql.auto.conf that Patroni does not recognise, and that
 * therefore stay and win.
 *
 * <p>{@code ConfigHandler._sanitize_auto_conf} looks for lines that start with a lower-case name
 * and an equals sign. PostgreSQL takes names in any case and needs no equals sign, and reads this
 * file after the one that Patroni writes.
 */
public final class AutoConfLineNotStripped implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/auto-conf-line-not-stripped",
          Severity.WARNING,
          "A recovery setting in postgresql.auto.conf escapes Patroni and overrides it",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkCluster(Cluster cluster, Findings findings) {
    Set<SourceFile> seen = new HashSet<>();
    for (Node node : cluster.nodes()) {
      AutoConf.of(node)
          .filter(auto -> seen.add(auto.file()))
          .ifPresent(auto -> check(node, auto, findings));
    }
  }

  private static void check(Node node, AutoConf auto, Findings findings) {
    for (ConfEntry entry : auto.kept()) {
      String name = entry.name().toLowerCase(Locale.ROOT);
      boolean last = auto.kept(name).filter(entry::equals).isPresent();
      if (!last || Templates.unrendered(entry.value()) || isPatronis(node, name, entry)) {
        continue;
      }
      boolean target = RecoveryParameters.targets().contains(name);
      Finding.Builder finding =
          Finding.at(auto.at(entry))
              .path(name)
              .severity(target ? Severity.ERROR : Severity.WARNING);
      EditResult result = ConfEditor.remove(auto.file(), entry);
      if (result.possible()) {
        finding.fix(
            Fix.of(
                "remove-line",
                "Remove the line from postgresql.auto.conf",
                Safety.UNSAFE,
                List.copyOf(result.edits())));
      }
      findings.add(
          finding,
          "Patroni removes "
              + name
              + " from postgresql.auto.conf only where it is written in lower case and with an"
              + " equals sign. This line stays and overrides what Patroni sets"
              + (target ? ": as a standby the member stops at the target." : "."));
    }
  }

  /** The same value from both does no harm. */
  private static boolean isPatronis(Node node, String name, ConfEntry entry) {
    return name.equals("restore_command")
        && RecoverySettings.of(node)
            .restoreCommand(node)
            .map(RecoverySettings.RestoreCommand::value)
            .filter(entry.value()::equals)
            .isPresent();
  }
}
