package io.patronilint.rules.recovery;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.edit.ConfEditor;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.RecoverySection;
import io.patronilint.rules.support.StandbyClusters;
import java.util.List;
import java.util.Locale;

/**
 * Flags a recovery target in postgresql.base.conf, which Patroni includes as it is.
 *
 * <p>{@code ConfigHandler.build_recovery_params} empties the targets for members that follow, but
 * nothing does for a custom bootstrap and for a start by hand.
 */
public final class TargetInBaseConf implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/target-in-base-conf",
          Severity.WARNING,
          "A recovery target was left in the configuration that Patroni includes",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DataDirectory data = node.dataDirectory();
    if (data == null || node.target().postgresqlBefore(12)) {
      return;
    }
    String name = data.has("postgresql.base.conf") ? "postgresql.base.conf" : "postgresql.conf";
    SourceFile file = data.file(name).orElse(null);
    for (ConfEntry entry : file == null ? List.<ConfEntry>of() : file.conf().entries()) {
      boolean target =
          entry.kind() == ConfEntry.Kind.ASSIGNMENT
              && RecoveryParameters.targets().contains(entry.name().toLowerCase(Locale.ROOT))
              && !entry.value().isEmpty();
      if (file != null && target) {
        report(node, file, entry, findings);
      }
    }
  }

  private static void report(Node node, SourceFile file, ConfEntry entry, Findings findings) {
    Finding.Builder finding = Finding.at(new Location(file, entry.span())).path(entry.name());
    ConfigNode other =
        StandbyClusters.bootstrapMethod(node)
            .flatMap(BootstrapMethod::recoveryConf)
            .map(conf -> RecoverySection.of(conf).targets())
            .filter(targets -> !targets.isEmpty())
            .map(targets -> targets.get(0))
            .filter(t -> !t.key().equalsIgnoreCase(entry.name()))
            .orElse(null);
    if (other != null) {
      finding.severity(Severity.ERROR).related(other.keyLocation(), "another kind of target");
    }
    ConfigFixes.of(
            "remove-line",
            "Remove " + entry.name() + " from " + file.name(),
            Safety.UNSAFE,
            ConfEditor.remove(file, entry))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        entry.name()
            + " stands in "
            + file.name()
            + ", which Patroni includes. "
            + (other == null
                ? "It empties it for a member that follows, but a bootstrap from a backup, or a"
                    + " start by hand, stops at this old target."
                : "A bootstrap with "
                    + other.key()
                    + " then has two kinds of targets and fails: \"multiple recovery targets"
                    + " specified\"."));
  }
}
