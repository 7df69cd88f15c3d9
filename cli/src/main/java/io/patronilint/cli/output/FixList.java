package io.patronilint.cli.output;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import java.util.List;
import java.util.TreeSet;

/** Shows remedies: what they do, how far to trust them, what they need, what to run after them. */
public final class FixList {

  private static final int NARROWEST = 30;

  private final Look look;

  /** Shows them as {@code look} says. */
  public FixList(Look look) {
    this.look = look;
  }

  /** Appends {@code fix}, one paragraph. */
  public void append(StringBuilder out, Fix fix) {
    String label = "fix " + fix.name() + " (" + fix.safety().label() + ")";
    String text = label + ": " + clean(fix.title()) + files(fix) + ".";
    List<String> lines = Wrap.lines(text, Math.max(NARROWEST, look.width() - 4));
    int split = Math.min(label.length(), lines.get(0).length());
    out.append("  = ").append(look.style().help(lines.get(0).substring(0, split)));
    out.append(lines.get(0).substring(split)).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      out.append("    ").append(line).append('\n');
    }
    details(out, fix, "      ");
  }

  /** Appends conditions and commands, each line behind {@code indent}. */
  private void details(StringBuilder out, Fix fix, String indent) {
    int columns = Math.max(NARROWEST, look.width() - indent.length() - 2);
    for (String condition : fix.conditions()) {
      String bullet = "- ";
      for (String line : Wrap.lines(clean(condition), columns)) {
        out.append(indent).append(bullet).append(line).append('\n');
        bullet = "  ";
      }
    }
    if (!fix.commands().isEmpty()) {
      out.append(indent).append(fix.edits().isEmpty() ? "run:" : "then run:").append('\n');
    }
    for (String command : fix.commands()) {
      String text = Printable.block(look.masking().text(command));
      for (String line : text.split("\n", -1)) {
        out.append(indent).append("  ").append(line).append('\n');
      }
    }
  }

  /** Appends that {@code fix} repaired {@code finding}, with what is left for a person to do. */
  public void appendApplied(StringBuilder out, String verb, Finding finding, Fix fix) {
    out.append(look.style().help(verb + finding.rule())).append(' ').append(place(finding));
    title(out, fix);
    details(out, fix, "    ");
  }

  /** Appends that {@code finding} is for a person to fix, and how. */
  public void appendByHand(StringBuilder out, Finding finding, Fix fix) {
    String verb = fix.edits().isEmpty() ? "To do by hand: " : "Needs --unsafe-fixes: ";
    out.append(look.style().bold(verb + finding.rule())).append(' ').append(place(finding));
    title(out, fix);
    details(out, fix, "    ");
  }

  private String place(Finding finding) {
    String path = clean(finding.location().file().path());
    return "(" + path + ":" + finding.location().start().line() + ")\n";
  }

  private void title(StringBuilder out, Fix fix) {
    String text = fix.name() + ": " + clean(fix.title()) + files(fix) + ".";
    for (String line : Wrap.lines(text, Math.max(NARROWEST, look.width() - 2))) {
      out.append("  ").append(line).append('\n');
    }
  }

  private String files(Fix fix) {
    TreeSet<String> paths = new TreeSet<>();
    for (FileEdit edit : fix.edits()) {
      if (!fix.title().contains(edit.path())) {
        paths.add(describe(edit));
      }
    }
    return paths.isEmpty() ? "" : " [" + clean(String.join(", ", paths)) + "]";
  }

  private static String describe(FileEdit edit) {
    if (edit instanceof FileEdit.Create) {
      return "creates " + edit.path();
    }
    return edit instanceof FileEdit.Delete ? "deletes " + edit.path() : edit.path();
  }

  private String clean(String text) {
    return Printable.line(look.masking().text(text));
  }
}
