package io.patronilint.rules.bootstrap;

import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.RecoverySettings;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ConfigDifference;
import io.patronilint.rules.support.Patronictl;
import java.util.List;

/**
 * Flags settings under {@code bootstrap.dcs} that the dynamic configuration of the cluster does not
 * have.
 *
 * <p>Patroni writes the section to the DCS once, when it creates the cluster. Later it reads it
 * only if neither the DCS nor {@code patroni.dynamic.json} in the data directory has a
 * configuration ({@code Patroni.apply_dynamic_configuration}).
 */
public final class DcsSectionAlreadyUsed implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "bootstrap/dcs-section-already-used",
          Severity.WARNING,
          "bootstrap.dcs differs from the dynamic configuration of the existing cluster",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    DynamicConfig dynamic = DynamicConfig.of(node);
    ConfigNode section = node.local().at("bootstrap", "dcs").orElse(null);
    if (section == null
        || dynamic.source() == DynamicConfig.Source.BOOTSTRAP
        || dynamic.root() == null
        || !dynamic.root().isMapping()) {
      return;
    }
    boolean copy = dynamic.source() == DynamicConfig.Source.CACHE && node.dcs() != DcsState.WIPED;
    for (ConfigDifference difference : ConfigDifference.between(section, dynamic.root())) {
      // What the copy in a data directory lacks, the DCS may have got since; only what a restore
      // hangs on is worth a doubt.
      if (DynamicKeys.known(difference.path()) && (!copy || isRecovery(difference.path()))) {
        report(node, dynamic, difference, copy, findings);
      }
    }
  }

  private static void report(
      Node node,
      DynamicConfig dynamic,
      ConfigDifference difference,
      boolean copy,
      Findings findings) {
    boolean lost =
        !copy
            && difference.dotted().endsWith("restore_command")
            && RecoverySettings.of(node).restoreCommand(node).isEmpty();
    Finding.Builder finding =
        Finding.at(difference.node().keyLocation())
            .path(difference.node().path())
            .severity(lost ? Severity.ERROR : Severity.WARNING);
    ConfigNode other = difference.other();
    if (other != null) {
      finding.related(other.keyLocation(), "the value in force");
    } else {
      finding.related(difference.near().keyLocation(), "nothing of it here");
    }
    if (!DynamicKeys.secret(difference.path())) {
      finding.fix(fix(node, difference));
    }
    findings.add(finding, message(node, dynamic, difference, copy));
  }

  private static String message(
      Node node, DynamicConfig dynamic, ConfigDifference difference, boolean copy) {
    boolean wiped = node.dcs() == DcsState.WIPED;
    ConfigNode other = difference.other();
    String where =
        dynamic.source() == DynamicConfig.Source.CACHE
            ? "patroni.dynamic.json in the data directory"
            : "the dynamic configuration";
    String fact =
        difference.node().path()
            + (other == null
                ? " is not in " + where
                : " differs from " + where + DynamicKeys.values(difference));
    if (wiped) {
      return fact + ". Patroni prefers that file to bootstrap.dcs, so the setting has no effect.";
    }
    return fact
        + ". Patroni reads bootstrap.dcs only when it creates a cluster, so the setting has no"
        + " effect"
        + (copy ? " unless the DCS has it." : ".");
  }

  private static Fix fix(Node node, ConfigDifference difference) {
    if (node.dcs() == DcsState.WIPED) {
      return new Fix(
          "remove-cache",
          "Remove patroni.dynamic.json from the data directory",
          Safety.DISPLAY,
          List.of(),
          List.of("rm " + DynamicKeys.cache(node)),
          List.of("Everything that was set with patronictl edit-config is lost with it."));
    }
    return new Fix(
        "edit-config",
        "Set " + difference.dotted() + " in the dynamic configuration",
        Safety.DISPLAY,
        List.of(),
        List.of(Patronictl.set(node, difference.dotted(), difference.node())),
        List.of("It works while the DCS still knows the cluster."));
  }

  private static boolean isRecovery(List<String> path) {
    return path.get(0).equals("standby_cluster")
        || path.contains("recovery_conf")
        || RecoveryParameters.contains(path.get(path.size() - 1));
  }
}
