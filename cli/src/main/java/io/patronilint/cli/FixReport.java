package io.patronilint.cli;

import io.patronilint.cli.output.FixList;
import io.patronilint.cli.output.Look;
import io.patronilint.cli.output.PatchText;
import io.patronilint.cli.output.ReportFormat;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.fix.FixOutcome;
import io.patronilint.core.fix.FixPolicy;
import io.patronilint.core.patch.UnifiedDiff;
import java.io.PrintStream;
import java.util.Optional;

/** Says what was fixed, what has to be done by hand, and what remains. */
final class FixReport {

  private final FixOutcome outcome;
  private final FixPolicy policy;
  private final Look look;
  private final Shell shell;

  FixReport(FixOutcome outcome, FixPolicy policy, Look look, Shell shell) {
    this.outcome = outcome;
    this.policy = policy;
    this.look = look;
    this.shell = shell;
  }

  /** Prints {@code diff}, and nothing else, to standard output. */
  void diff(UnifiedDiff diff) {
    shell.out().append(PatchText.paint(diff.text(), look.style()));
    PrintStream err = shell.err();
    diff.notes().forEach(note -> err.append("patroni-lint: ").append(note).append('\n'));
    if (!look.quiet()) {
      summary(err, "Would fix ");
      ReportFormat.CONCISE.write(outcome.after(), look.plain(), err);
    }
  }

  /** Says what was fixed, on standard output if that is for people. */
  void applied(ReportFormat format) {
    if (!look.quiet()) {
      summary(format == ReportFormat.TEXT ? shell.out() : shell.err(), "Fixed ");
    }
  }

  private void summary(PrintStream stream, String verb) {
    FixList list = new FixList(look);
    StringBuilder out = new StringBuilder();
    for (FixOutcome.Applied one : outcome.applied()) {
      list.appendApplied(out, verb, one.finding(), one.fix());
    }
    for (Finding finding : outcome.after().findings()) {
      Optional<Fix> fix = policy.choose(finding).filter(this::byHand);
      fix.filter(f -> !isApplied(finding, f)).ifPresent(f -> list.appendByHand(out, finding, f));
    }
    stream.append(out.isEmpty() ? "" : out.append('\n'));
  }

  /** Some findings stay although their edits are made: what is left is the commands just shown. */
  private boolean isApplied(Finding finding, Fix fix) {
    return outcome.applied().stream()
        .anyMatch(
            one ->
                one.finding().rule().equals(finding.rule())
                    && one.fix().name().equals(fix.name())
                    && one.fix().commands().equals(fix.commands()));
  }

  /** Only what somebody asked for by its name: the report of the rest shows all remedies anyway. */
  private boolean byHand(Fix fix) {
    boolean asked = policy.preferred().contains(fix.name());
    return asked && (fix.edits().isEmpty() || fix.safety() != Safety.SAFE);
  }
}
