package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises files that are refused because they are templates: Jinja, Go (Helm), ERB, and shell
 * variables between braces.
 */
final class TemplateMarks {

  /** No mark is longer; more would cost quadratic time on a line full of marks. */
  private static final int MAX_MARK = 1000;

  private final String text;

  TemplateMarks(String text) {
    this.text = text;
  }

  /**
   * Returns the problems as they are, or only one that names the template: what else is wrong in a
   * template says nothing about the file that is made of it.
   */
  List<YamlProblem> reviewed(List<YamlProblem> problems) {
    for (YamlProblem problem : problems) {
      Span mark = mark(problem);
      if (mark != null) {
        return List.of(
            new YamlProblem(
                Kind.TEMPLATE,
                "This is a template whose marks have not been replaced yet; check the file that is"
                    + " made of it.",
                mark));
      }
    }
    return problems;
  }

  private @Nullable Span mark(YamlProblem problem) {
    if (problem.kind() != Kind.SYNTAX && problem.kind() != Kind.UNHASHABLE_KEY) {
      return null;
    }
    int at = Math.min(problem.span().start(), text.length());
    if (at > 0 && at < text.length() && text.charAt(at) == '{' && text.charAt(at - 1) == '$') {
      return new Span(at - 1, at + 1);
    }
    int line = lineStart(at);
    Span mark = onLine(line, at);
    if (mark == null && line > 0) {
      // The text of a mark that fills a line runs on into the next one, which is then refused.
      int above = lineStart(line - 1);
      Span before = onLine(above, at);
      boolean first = before != null && text.substring(above, before.start()).isBlank();
      mark = first ? before : null;
    }
    return mark;
  }

  /**
   * Returns the first mark on a line; in quotes it counts only if the problem lies inside of it.
   */
  private @Nullable Span onLine(int lineStart, int problem) {
    char quote = 0;
    for (int i = lineStart; i + 1 < text.length() && !CommentExtents.isBreak(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
      String closing = closing(i);
      if (closing != null && (quote == 0 || isInside(problem, i, closing))) {
        return new Span(i, i + 2);
      }
    }
    return null;
  }

  private boolean isInside(int problem, int mark, String closing) {
    return problem > mark
        && problem - mark < MAX_MARK
        && !text.substring(mark, problem).contains(closing);
  }

  /** Returns what closes the mark that opens at {@code at}, or null if none opens. */
  private @Nullable String closing(int at) {
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    if (first == '<' && second == '%') {
      return "%>";
    }
    if (first != '{') {
      return null;
    }
    return switch (second) {
      case '{' -> "}}";
      case '%' -> "%}";
      case '#' -> "#}";
      default -> null;
    };
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && !CommentExtents.isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
