package io.patronilint.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfEditorTest {

  private static final String CONF =
      """
      # Written by ALTER SYSTEM
      port = 5432          # never change
      restore_command = 'cp /a/%f %p'
      work_mem=4MB
      restore_command 'cp /b/%f "%p"' # the second one wins
      """;

  @Test
  void setsTheLastAssignmentAndKeepsTheCommentBehindIt() {
    check(
        f -> ConfEditor.set(f, "RESTORE_COMMAND", "echo 'it' \\ %p"),
        "restore_command 'cp /b/%f \"%p\"' # the second",
        "restore_command 'echo ''it'' \\\\ %p' # the second");
  }

  @Test
  void keepsAValueUnquotedWherePossible() {
    check(f -> ConfEditor.set(f, "port", "5433"), "port = 5432 ", "port = 5433 ");
    check(f -> ConfEditor.set(f, "work_mem", "1 GB"), "work_mem=4MB", "work_mem='1 GB'");
  }

  @Test
  void addsAtTheEnd() {
    check(
        f -> ConfEditor.set(f, "archive_mode", "on"),
        "the second one wins\n",
        "the second one wins\narchive_mode = 'on'\n");
  }

  @Test
  void removesAWholeLine() {
    check(f -> ConfEditor.remove(f, entry(f, "port")), "port = 5432          # never change\n", "");
    check(
        f -> ConfEditor.remove(f, entry(f, "restore_command")),
        "restore_command 'cp /b/%f \"%p\"' # the second one wins\n",
        "");
  }

  @Test
  void renames() {
    check(
        f -> ConfEditor.rename(f, entry(f, "work_mem"), "maintenance_work_mem"),
        "work_mem=4MB",
        "maintenance_work_mem=4MB");
  }

  @Test
  void changesNothingWhereNothingHasToChange() {
    SourceFile file = SourceFile.of("x.conf", FileKind.AUTO_CONF, CONF);
    assertThat(ConfEditor.set(file, "port", "5432")).isEqualTo(EditResult.of(java.util.List.of()));
  }

  @Test
  void refusesWhatPostgresqlWouldNotRead() {
    SourceFile file = SourceFile.of("x.conf", FileKind.AUTO_CONF, CONF);
    assertThat(ConfEditor.rename(file, entry(file, "port"), "not a name").refusal())
        .isEqualTo("PostgreSQL would not read the changed line of x.conf as it is meant.");
    assertThat(ConfEditor.set(file, "port", "5\0").possible()).isFalse();
    SourceFile other = SourceFile.of("y.conf", FileKind.AUTO_CONF, "a = 1\n");
    assertThat(ConfEditor.remove(other, entry(file, "port")).refusal())
        .isEqualTo("port is not an entry of y.conf.");
  }

  @Test
  void editsBesideLinesThatPostgresqlRefuses() {
    SourceFile file = SourceFile.of("x.conf", FileKind.AUTO_CONF, "a = 1\nrestore_command = 'cp");
    EditResult result = ConfEditor.set(file, "b", "2");
    assertThat(TextEdits.apply(file.text().text(), result.edits()))
        .isEqualTo("a = 1\nrestore_command = 'cp\nb = '2'");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void editsGeneratedFiles(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      GeneratedConf.check(random, "seed " + seed + ", file " + i);
    }
  }

  private static ConfEntry entry(SourceFile file, String name) {
    return Objects.requireNonNull(file.conf().last(name));
  }

  /** Runs the operation with every kind of line end, and with and without the last one. */
  private static void check(Function<SourceFile, EditResult> operation, String from, String to) {
    for (String end : new String[] {"\n", "\r\n"}) {
      for (boolean open : new boolean[] {false, true}) {
        String text = CONF.replace("\n", end);
        String before = open ? text.substring(0, text.length() - end.length()) : text;
        String changed = CONF.replace(from, to).replace("\n", end);
        String after = open ? changed.substring(0, changed.length() - end.length()) : changed;
        SourceFile file = SourceFile.of("x.conf", FileKind.AUTO_CONF, before);
        EditResult result = operation.apply(file);
        assertThat(result.refusal()).isNull();
        assertThat(TextEdits.apply(before, result.edits())).isEqualTo(after);
      }
    }
  }
}
