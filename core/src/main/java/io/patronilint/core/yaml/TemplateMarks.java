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

  private static final String[] OPENING = {"{{", "{%", "{#", "<%"};

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
    Span mark = onLine(line);
    if (mark == null && line > 0) {
      // The text of a mark that fills a line runs on into the next one, which is then refused.
      int above = lineStart(line - 1);
      Span before = onLine(above);
      boolean first = before != null && text.substring(above, before.start()).isBlank();
      mark = first ? before : null;
    }
    return mark;
  }

  private @Nullable Span onLine(int lineStart) {
    for (int i = lineStart; i + 1 < text.length() && !CommentExtents.isBreak(text.charAt(i)); i++) {
      for (String mark : OPENING) {
        if (text.startsWith(mark, i)) {
          return new Span(i, i + 2);
        }
      }
    }
    return null;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && !CommentExtents.isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
