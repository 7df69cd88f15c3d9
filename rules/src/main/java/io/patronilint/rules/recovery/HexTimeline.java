package io.patronilint.rules.recovery;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.Sections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags a {@code recovery_target_timeline} that was copied from the name of a WAL file.
 *
 * <p>There timelines are hexadecimal with leading zeros; PostgreSQL reads the parameter with {@code
 * strtoul} and base 0, for which leading zeros make an octal number that ends at the first other
 * digit. To YAML it may be an octal number, too.
 */
public final class HexTimeline implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "recovery/hex-timeline",
          Severity.ERROR,
          "recovery_target_timeline is hexadecimal and means another timeline",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode timeline =
        Sections.bootstrapRecoveryConf(node)
            .flatMap(conf -> conf.child("recovery_target_timeline"))
            .orElse(null);
    if (timeline == null || !(timeline.yaml().resolved() instanceof YamlScalar scalar)) {
      return;
    }
    String written = scalar.content().strip();
    if (Pattern.matches("0[0-9A-Fa-f]{7}", written)) {
      long meant = Long.parseLong(written, 16);
      long read = octal(written);
      if (meant != read) {
        report(node, timeline, written, meant, read, findings);
      }
    }
  }

  private static long octal(String digits) {
    Matcher matcher = Pattern.compile("[0-7]+").matcher(digits);
    return matcher.lookingAt() ? Long.parseLong(matcher.group(), 8) : 0;
  }

  private static void report(
      Node node, ConfigNode timeline, String written, long meant, long read, Findings findings) {
    Finding.Builder finding = Finding.at(timeline.valueLocation()).path(timeline.path());
    new ConfigFixes(node)
        .replace(
            "decimal",
            "Write the timeline as " + meant,
            Safety.UNSAFE,
            timeline,
            String.valueOf(meant))
        .ifPresent(finding::fix);
    findings.add(
        finding,
        written
            + " is timeline "
            + meant
            + " in the name of a WAL file, but PostgreSQL takes it for timeline "
            + read
            + " here. The bootstrap ends on another timeline, or fails with \"recovery target"
            + " timeline "
            + read
            + " does not exist\".");
  }
}
