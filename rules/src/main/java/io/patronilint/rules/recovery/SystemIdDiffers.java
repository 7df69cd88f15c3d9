package io.patronilint.rules.recovery;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import java.util.List;

/**
 * Flags a data directory of another cluster than the one that the DCS knows.
 *
 * <p>Source: {@code Ha._run_cycle} compares the system identifier of pg_control with the key
 * initialize and exits; while the cluster is paused it only warns.
 */
public final class SystemIdDiffers implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/system-id-differs",
          Severity.ERROR,
          "The data directory belongs to another cluster than the DCS knows",
          Safety.DISPLAY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    MemberList members = node.memberList().orElse(null);
    ControlData control = node.controlData().orElse(null);
    if (members == null || control == null || node.dcs() == DcsState.WIPED) {
      return;
    }
    String known = members.systemIdentifier().orElse("");
    String here = control.systemIdentifier().orElse("");
    if (known.isEmpty() || here.isEmpty() || known.equals(here)) {
      return;
    }
    String data = ShellQuoting.word(DataState.path(node));
    Finding.Builder finding =
        Finding.at(control.systemIdentifierPlace())
            .related(members.place(), "the DCS knows " + known)
            .fix(
                new Fix(
                    "keep-the-cluster",
                    "Move the data directory away and let Patroni copy the member",
                    Safety.DISPLAY,
                    List.of(),
                    List.of("mv " + data + " " + data + ".other"),
                    List.of("It is right where the cluster in the DCS is the one to keep.")))
            .fix(
                new Fix(
                    "keep-the-data",
                    "Let the DCS forget the cluster",
                    Safety.DISPLAY,
                    List.of(),
                    List.of(Patronictl.removeCluster(node)),
                    List.of(
                        "It is right where this data was restored to take the cluster's place.",
                        "Stop Patroni on every member before; start it on this member first.")));
    findings.add(
        finding,
        "This data directory has the system identifier "
            + here
            + ", but the cluster in the DCS has "
            + known
            + ". "
            + (members.paused()
                ? "While the cluster is paused Patroni only warns; when it is resumed, Patroni exits"
                    + " on this member."
                : "Patroni exits: \"system ID mismatch, node "
                    + node.name()
                    + " belongs to a different cluster\"."));
  }
}
