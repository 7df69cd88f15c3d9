package io.patronilint.core.yaml;

import io.patronilint.core.text.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PyYAML makes of a text.
 *
 * @param text the text
 * @param root the document, or null if the text holds none (then PyYAML's value is {@code None}) or
 *     if it is refused
 * @param problems why the text is refused; empty if it is accepted
 */
public record YamlDocument(SourceText text, @Nullable YamlNode root, List<YamlProblem> problems) {

  /** Copies the list. */
  public YamlDocument {
    problems = List.copyOf(problems);
  }

  /** Tells whether PyYAML accepts the text. */
  public boolean accepted() {
    return problems.isEmpty();
  }
}
