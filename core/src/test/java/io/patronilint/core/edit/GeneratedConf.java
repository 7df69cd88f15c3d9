package io.patronilint.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.conf.ConfReader;
import io.patronilint.core.conf.ConfStrings;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up files in the syntax of postgresql.conf, edits them, and checks what came out. */
final class GeneratedConf {

  private static final String[] NAMES = {"port", "restore_command", "Work_Mem", "pg.custom", "a"};
  private static final String[] VALUES = {
    "5432",
    "on",
    "4MB",
    "cp '/a b/%f' \"%p\"",
    "",
    "back\\slash",
    "a # b",
    "ü€\uD83D\uDE00",
    "two\nlines",
    "1.5e3",
    "-1",
    "a.b:c/d",
    "'",
    "tab\there"
  };

  private GeneratedConf() {}

  static void check(Random random, String label) {
    SourceFile file = SourceFile.of("x.conf", FileKind.AUTO_CONF, text(random));
    List<String> expected = values(file.text().text());
    EditResult result = edit(random, file, expected);
    String after = TextEdits.apply(file.text().text(), result.edits());
    String shown = label + "\n" + file.text().text() + "\n-->\n" + after;
    assertThat(result.refusal()).as(shown).isNull();
    assertThat(values(after)).as(shown).isEqualTo(expected);
    Span changed = changedLines(file.text(), result);
    assertThat(after).as(shown).startsWith(file.text().text().substring(0, changed.start()));
    assertThat(after).as(shown).endsWith(file.text().text().substring(changed.end()));
  }

  private static EditResult edit(Random random, SourceFile file, List<String> expected) {
    List<ConfEntry> entries = file.conf().entries();
    String value = VALUES[random.nextInt(VALUES.length)];
    int at = entries.isEmpty() ? -1 : random.nextInt(entries.size());
    int what = at < 0 ? 0 : random.nextInt(4);
    if (what == 0) {
      expected.add("new_name=" + value);
      return ConfEditor.set(file, "new_name", value);
    }
    ConfEntry entry = entries.get(at);
    if (what == 1) {
      expected.set(at, entry.name() + "=" + value);
      return ConfEditor.set(file, entry, value);
    }
    if (what == 2) {
      expected.remove(at);
      return ConfEditor.remove(file, entry);
    }
    expected.set(at, "other.name=" + entry.value());
    return ConfEditor.rename(file, entry, "other.name");
  }

  private static String text(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      String name = NAMES[random.nextInt(NAMES.length)];
      String sign = new String[] {"=", " = ", " ", "\t=  "}[random.nextInt(4)];
      String value = VALUES[random.nextInt(VALUES.length)];
      String comment = random.nextInt(3) == 0 ? " # why" : "";
      lines.add(
          switch (random.nextInt(8)) {
            case 0 -> "# " + name;
            case 1 -> "";
            case 2 -> name + " = 'unclosed";
            case 3 -> name + sign + "4MB" + comment;
            default -> "  " + name + sign + ConfStrings.quote(value) + comment;
          });
    }
    String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
    return String.join(end, lines) + (random.nextBoolean() ? end : "");
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    for (ConfEntry entry : ConfReader.read(new SourceText(text)).entries()) {
      values.add(entry.name() + "=" + entry.value());
    }
    return values;
  }

  /** Returns the one line that the edits may touch, or the place of an insertion. */
  private static Span changedLines(SourceText text, EditResult result) {
    if (result.edits().isEmpty()) {
      return Span.at(0);
    }
    assertThat(result.edits()).hasSize(1);
    Span span = result.edits().get(0).span();
    assertThat(text.lineAt(span.start())).isGreaterThanOrEqualTo(text.lineAt(span.end()) - 1);
    return span;
  }
}
