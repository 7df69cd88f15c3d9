package io.patronilint.cli.output;

import io.patronilint.core.Report;
import io.patronilint.core.Target;
import io.patronilint.core.Version;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.Workspace;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The report for people. */
final class TextReport {

  private final Look look;
  private final CodeFrame frame;

  TextReport(Look look) {
    this.look = look;
    this.frame = new CodeFrame(look.style(), look.masking(), look.width());
  }

  void write(Report report, PrintStream out) {
    for (Finding finding : report.findings()) {
      StringBuilder text = new StringBuilder();
      append(text, finding);
      out.append(text.append('\n'));
    }
    if (!look.quiet()) {
      out.append(closing(report));
    }
  }

  private void append(StringBuilder out, Finding finding) {
    String label = finding.severity().label() + "[" + finding.rule() + "]";
    heading(out, finding, label);
    frame.append(out, finding);
    FixList fixes = new FixList(look);
    for (Fix fix : finding.fixes()) {
      fixes.append(out, fix);
    }
    // What a team's own schema says has no page.
    if (!look.quiet() && !finding.rule().startsWith("team/")) {
      out.append("  = ").append(look.style().bold("help")).append(": patroni-lint explain ");
      out.append(finding.rule()).append('\n');
    }
  }

  private void heading(StringBuilder out, Finding finding, String label) {
    String message = Printable.line(look.masking().text(finding.message()));
    List<String> lines = Wrap.lines(label + ": " + message, look.width());
    String first = lines.get(0);
    int split = Math.min(label.length(), first.length());
    out.append(look.style().severity(finding.severity(), first.substring(0, split)));
    out.append(look.style().bold(first.substring(split))).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      out.append(look.style().bold(line)).append('\n');
    }
  }

  private String closing(Report report) {
    Summary summary = Summary.of(report);
    StringBuilder out = new StringBuilder(look.style().bold(summary.counts()));
    String fixable = summary.fixable();
    if (!fixable.isEmpty()) {
      out.append(' ').append(fixable);
    }
    out.append('\n');
    for (String line : Wrap.lines(checked(report.workspace()), look.width())) {
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private String checked(Workspace workspace) {
    StringBuilder out = new StringBuilder("Checked ");
    out.append(Summary.plural(workspace.files().size(), "file"));
    List<Node> nodes = workspace.nodes();
    if (nodes.isEmpty()) {
      return out.append(", no Patroni node among them.").toString();
    }
    out.append(" of ").append(Summary.plural(nodes.size(), "node"));
    Set<String> targets = new LinkedHashSet<>();
    nodes.forEach(node -> targets.add(target(node)));
    String all = Printable.line(look.masking().text(String.join("; ", targets)));
    return out.append(" for ").append(all).append('.').toString();
  }

  private static String target(Node node) {
    Target target = node.target();
    String text = version("Patroni", target.patroni()) + " and ";
    text += version("PostgreSQL", target.postgresql());
    return node.inferredFrom().isEmpty() ? text : text + " (" + node.inferredFrom() + ")";
  }

  private static String version(String what, @Nullable Version version) {
    return version == null ? "any " + what : what + " " + version;
  }
}
