package io.patronilint.core.conf;

import io.patronilint.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** What {@link ConfReader} makes of a text, in the terms in which PostgreSQL reports it. */
final class ExpectedConf {

  private final String text;
  private final ConfFile file;

  ExpectedConf(String text) {
    this.text = text;
    this.file = ConfReader.read(new SourceText(text));
  }

  /** Returns the numbers of the lines that are refused. */
  List<Integer> refused() {
    List<Integer> lines = new ArrayList<>();
    for (ConfProblem problem : file.problems()) {
      // A name that begins with a byte order mark is a problem of ours: to PostgreSQL it is a name.
      boolean accepted =
          file.entries().stream()
              .anyMatch(entry -> entry.nameSpan().start() == problem.span().start());
      if (!accepted && lines.size() < 100) {
        lines.add(line(problem.span().start()));
      }
    }
    return lines;
  }

  /**
   * Returns the numbers of the refused lines as PostgreSQL gives them: it counts the end of a file
   * without a final line feed as if it were on the line before.
   *
   * @param nearEndOfFile whether PostgreSQL says that the last one ends too early
   */
  List<Integer> reported(boolean nearEndOfFile) {
    List<Integer> lines = new ArrayList<>(refused());
    int last = lines.size() - 1;
    if (nearEndOfFile && last >= 0 && lines.get(last) == line(text.length())) {
      lines.set(last, lines.get(last) - 1);
    }
    return lines;
  }

  /** Returns the assignments as {@code line: name = value}, those before {@code line}. */
  List<String> assignments(int before) {
    return file.entries().stream()
        .filter(entry -> entry.kind() == ConfEntry.Kind.ASSIGNMENT)
        .filter(entry -> line(entry.span().start()) < before)
        .map(entry -> assignment(line(entry.span().start()), entry.name(), entry.value()))
        .toList();
  }

  static String assignment(int line, String name, String value) {
    return line + ": " + name + " = " + value;
  }

  /** Returns the text with nothing on the refused lines, which PostgreSQL must accept. */
  String withoutRefused() {
    List<Integer> refused = refused();
    StringBuilder kept = new StringBuilder();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean abandoned = refused.size() == 100 && i >= refused.get(99);
      boolean drop = abandoned || refused.contains(i + 1);
      kept.append(drop ? "" : lines[i]).append(i + 1 < lines.length ? "\n" : "");
    }
    return kept.toString();
  }

  private int line(int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }
}
