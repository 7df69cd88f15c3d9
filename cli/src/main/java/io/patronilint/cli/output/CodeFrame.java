package io.patronilint.cli.output;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Related;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the lines that a finding speaks of, one frame a file, with marks under the places.
 *
 * <pre>{@code
 *   --> pgdata/postgresql.auto.conf:6:1
 *    |
 *  6 | restore_command = 'pgbackrest archive-get %f "%p"'
 *    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *    |
 *   ::: patroni.yml:52:1
 *    |
 * 52 | postgresql:
 *    | ---------- no recovery_conf here
 * }</pre>
 */
final class CodeFrame {

  /** Lines between two marks that are shown rather than replaced by dots. */
  private static final int GAP = 2;

  private static final int LINES_OF_ONE_SPAN = 3;
  private static final int NARROWEST = 20;

  private final Style style;
  private final Masking masking;
  private final int width;

  CodeFrame(Style style, Masking masking, int width) {
    this.style = style;
    this.masking = masking;
    this.width = width;
  }

  /** Appends the frames of {@code finding}. */
  void append(StringBuilder out, Finding finding) {
    Map<SourceFile, List<Mark>> files = marks(finding);
    int digits = 1;
    for (List<Mark> marks : files.values()) {
      for (Mark mark : marks) {
        digits = Math.max(digits, String.valueOf(mark.line()).length());
      }
    }
    String arrow = "-->";
    for (Map.Entry<SourceFile, List<Mark>> file : files.entrySet()) {
      header(out, digits, arrow, file.getKey(), place(finding, file.getKey()));
      notes(out, digits, finding, file.getKey());
      if (!file.getValue().isEmpty()) {
        lines(out, digits, finding.severity(), file.getKey(), file.getValue());
      }
      arrow = ":::";
    }
  }

  private static Location place(Finding finding, SourceFile file) {
    if (finding.location().file().equals(file)) {
      return finding.location();
    }
    for (Related related : finding.related()) {
      if (related.location().file().equals(file)) {
        return related.location();
      }
    }
    throw new IllegalArgumentException("the finding does not speak of " + file);
  }

  private static Map<SourceFile, List<Mark>> marks(Finding finding) {
    Map<SourceFile, List<Mark>> files = new LinkedHashMap<>();
    add(files, finding.location(), "", true);
    for (Related related : finding.related()) {
      add(files, related.location(), Printable.line(related.message()), false);
    }
    files.values().forEach(marks -> marks.sort((a, b) -> Integer.compare(a.line(), b.line())));
    return files;
  }

  private static void add(
      Map<SourceFile, List<Mark>> files, Location location, String label, boolean primary) {
    List<Mark> marks = files.computeIfAbsent(location.file(), file -> new ArrayList<>());
    if (isWholeFile(location)) {
      return;
    }
    SourceText text = location.file().text();
    Span span = location.span();
    int first = text.lineAt(span.start());
    int last = Math.max(first, text.lineAt(Math.max(span.start(), span.end() - 1)));
    int shown = Math.min(last, first + LINES_OF_ONE_SPAN - 1);
    for (int line = first; line <= shown; line++) {
      int start = line == first ? span.start() : skipBlanks(text, line);
      int end = line == last ? Math.min(span.end(), text.lineEnd(line)) : text.lineEnd(line);
      marks.add(new Mark(line, start, Math.max(start, end), primary, line == shown ? label : ""));
    }
  }

  private static boolean isWholeFile(Location location) {
    return location.span().isEmpty() && location.span().start() == 0;
  }

  private static int skipBlanks(SourceText text, int line) {
    int at = text.lineStart(line);
    int end = text.lineEnd(line);
    while (at < end && (text.text().charAt(at) == ' ' || text.text().charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private void header(
      StringBuilder out, int digits, String arrow, SourceFile file, Location location) {
    out.append(" ".repeat(digits)).append(style.frame(arrow)).append(' ');
    out.append(Printable.line(masking.text(file.path())));
    if (!isWholeFile(location)) {
      out.append(':').append(location.start().line()).append(':').append(location.start().column());
    }
    out.append('\n');
  }

  /** Shows what is said about {@code file} as a whole. */
  private void notes(StringBuilder out, int digits, Finding finding, SourceFile file) {
    for (Related related : finding.related()) {
      if (related.location().file().equals(file) && isWholeFile(related.location())) {
        String text = masking.text(Printable.line(related.message()));
        for (String line : Wrap.lines(text, Math.max(NARROWEST, width - digits - 5))) {
          out.append(" ".repeat(digits + 5)).append(style.frame(line)).append('\n');
        }
      }
    }
  }

  private void lines(
      StringBuilder out, int digits, Severity severity, SourceFile file, List<Mark> marks) {
    List<Span> secrets = masking.secrets(file);
    gutter(out, digits, "");
    out.append('\n');
    int previous = marks.get(0).line() - 1;
    for (int i = 0; i < marks.size(); ) {
      Mark mark = marks.get(i);
      previous = between(out, digits, file, secrets, previous, mark.line());
      DisplayLine line = DisplayLine.of(file.text(), mark.line(), secrets, mark.start());
      DisplayLine.Window window =
          line.window(Math.max(NARROWEST, width - digits - 3), line.column(mark.start()));
      source(out, digits, mark.line(), line.show(window));
      for (; i < marks.size() && marks.get(i).line() == mark.line(); i++) {
        underline(out, digits, severity, marks.get(i), line, window);
      }
      previous = mark.line();
    }
    gutter(out, digits, "");
    out.append('\n');
  }

  /** Shows the lines between two marks, or dots where there are many; returns the last line. */
  private int between(
      StringBuilder out, int digits, SourceFile file, List<Span> secrets, int previous, int next) {
    if (next - previous - 1 > GAP) {
      out.append(style.frame("...")).append('\n');
      return next - 1;
    }
    for (int number = previous + 1; number < next; number++) {
      DisplayLine line =
          DisplayLine.of(file.text(), number, secrets, file.text().lineStart(number));
      DisplayLine.Window window = line.window(Math.max(NARROWEST, width - digits - 3), 0);
      source(out, digits, number, line.show(window));
    }
    return next - 1;
  }

  private void source(StringBuilder out, int digits, int number, String text) {
    gutter(out, digits, String.valueOf(number));
    out.append(text.isEmpty() ? "" : " ").append(text).append('\n');
  }

  private void underline(
      StringBuilder out,
      int digits,
      Severity severity,
      Mark mark,
      DisplayLine line,
      DisplayLine.Window window) {
    int start = window.at(line.column(mark.start()));
    int length = Math.max(1, window.at(line.column(mark.end())) - start);
    String marks = (mark.primary() ? "^" : "-").repeat(length);
    int room = width - digits - 3 - start;
    boolean beside = length + 1 + mark.label().length() <= room;
    gutter(out, digits, "");
    out.append(" ".repeat(start + 1)).append(paint(mark, severity, marks));
    if (mark.label().isEmpty()) {
      out.append('\n');
    } else if (beside) {
      out.append(' ').append(paint(mark, severity, masking.text(mark.label()))).append('\n');
    } else {
      out.append('\n');
      int indent = Math.min(start, Math.max(0, width - digits - 3 - 2 * NARROWEST));
      int columns = Math.max(NARROWEST, width - digits - 3 - indent);
      for (String part : Wrap.lines(masking.text(mark.label()), columns)) {
        gutter(out, digits, "");
        out.append(" ".repeat(indent + 1)).append(paint(mark, severity, part)).append('\n');
      }
    }
  }

  private String paint(Mark mark, Severity severity, String text) {
    return mark.primary() ? style.severity(severity, text) : style.frame(text);
  }

  private void gutter(StringBuilder out, int digits, String number) {
    String padded = " ".repeat(digits - number.length()) + number;
    out.append(style.frame(padded + " |"));
  }

  /** A part of one line that is underlined. */
  private record Mark(int line, int start, int end, boolean primary, String label) {}
}
