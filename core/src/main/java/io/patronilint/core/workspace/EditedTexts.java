package io.patronilint.core.workspace;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what files hold after edits. */
final class EditedTexts {

  private EditedTexts() {}

  /**
   * Returns the new text of every edited file by its path; null for a deleted one.
   *
   * @throws IllegalArgumentException if edits of one file overlap
   */
  static Map<String, @Nullable String> of(List<FileEdit> edits) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    Map<SourceFile, List<FileEdit.Replace>> replacements = new LinkedHashMap<>();
    for (FileEdit edit : edits) {
      if (edit instanceof FileEdit.Replace replace) {
        replacements.computeIfAbsent(replace.file(), f -> new ArrayList<>()).add(replace);
      } else if (edit instanceof FileEdit.Create create) {
        texts.put(create.path(), create.text());
      } else {
        texts.put(edit.path(), null);
      }
    }
    replacements.forEach((file, list) -> texts.put(file.path(), replace(file, list)));
    return texts;
  }

  private static String replace(SourceFile file, List<FileEdit.Replace> edits) {
    List<FileEdit.Replace> sorted = new ArrayList<>(edits);
    sorted.sort((a, b) -> Span.compare(a.span(), b.span()));
    String text = file.text().text();
    StringBuilder result = new StringBuilder(text.length() + 64);
    int done = 0;
    for (FileEdit.Replace edit : sorted) {
      if (edit.span().start() < done) {
        throw new IllegalArgumentException("edits overlap in " + file.path());
      }
      result.append(text, done, edit.span().start()).append(edit.text());
      done = edit.span().end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
