package io.patronilint.cli.output;

import io.patronilint.core.Report;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what a report holds.
 *
 * @param errors findings that are errors
 * @param warnings findings that are warnings
 * @param infos findings that are advice
 * @param safe findings with a safe fix that edits files
 * @param unsafe findings whose best fix that edits files is unsafe
 */
record Summary(long errors, long warnings, long infos, long safe, long unsafe) {

  static Summary of(Report report) {
    int safe = 0;
    int unsafe = 0;
    for (Finding finding : report.findings()) {
      if (offers(finding, Safety.SAFE)) {
        safe++;
      } else if (offers(finding, Safety.UNSAFE)) {
        unsafe++;
      }
    }
    return new Summary(
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.count(Severity.INFO),
        safe,
        unsafe);
  }

  private static boolean offers(Finding finding, Safety safety) {
    for (Fix fix : finding.fixes()) {
      if (fix.safety() == safety && !fix.edits().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns for instance {@code Found 1 error and 2 warnings.} */
  String counts() {
    List<String> parts = new ArrayList<>();
    count(parts, errors, "error");
    count(parts, warnings, "warning");
    count(parts, infos, "note");
    return switch (parts.size()) {
      case 0 -> "No problems found.";
      case 1 -> "Found " + parts.get(0) + ".";
      case 2 -> "Found " + parts.get(0) + " and " + parts.get(1) + ".";
      default -> "Found " + parts.get(0) + ", " + parts.get(1) + " and " + parts.get(2) + ".";
    };
  }

  /** Says how many findings can be fixed and how; empty if none can. */
  String fixable() {
    String more = unsafe + (safe > 0 ? " more" : "") + " with `patroni-lint fix --unsafe-fixes`";
    if (safe > 0) {
      return safe + " can be fixed with `patroni-lint fix`" + (unsafe > 0 ? ", " + more : "") + ".";
    }
    return unsafe > 0 ? unsafe + " can be fixed" + more.substring(more.indexOf(' ')) + "." : "";
  }

  private static void count(List<String> parts, long number, String noun) {
    if (number > 0) {
      parts.add(plural(number, noun));
    }
  }

  /** Returns for instance {@code 1 file} or {@code 2 files}. */
  static String plural(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
