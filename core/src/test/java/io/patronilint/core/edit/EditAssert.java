package io.patronilint.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.util.function.Function;

/** Checks one operation on a text with every kind of line end, with and without the last one. */
final class EditAssert {

  private EditAssert() {}

  static SourceFile file(String text) {
    return SourceFile.of("patroni.yml", FileKind.PATRONI, text);
  }

  /** Checks that {@code operation} makes {@code after} of {@code before}. */
  static void edits(String before, String after, Function<SourceFile, EditResult> operation) {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      check(before.replace("\n", end), after.replace("\n", end), operation);
      check(
          before.substring(0, before.length() - 1).replace("\n", end),
          after.substring(0, after.length() - 1).replace("\n", end),
          operation);
    }
    check("\uFEFF" + before, "\uFEFF" + after, operation);
  }

  private static void check(
      String before, String after, Function<SourceFile, EditResult> operation) {
    SourceFile file = file(before);
    EditResult result = operation.apply(file);
    assertThat(result.refusal()).as(before).isNull();
    assertThat(TextEdits.apply(before, result.edits())).isEqualTo(after);
  }

  static void refuses(String text, String reason, Function<SourceFile, EditResult> operation) {
    EditResult result = operation.apply(file(text));
    assertThat(result.refusal()).isEqualTo(reason);
    assertThat(result.edits()).isEmpty();
  }
}
