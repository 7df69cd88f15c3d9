package io.patronilint.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.secret.Secrets;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlDocument;
import io.patronilint.core.yaml.YamlGenerator;
import io.patronilint.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Random operations on generated and public files: refused with a reason, or the file means exactly
 * what it should, and no line changes that has nothing to do with it.
 */
class YamlEditorPropertyTest {

  private static final long SEED = Long.getLong("patronilint.seed", 20260301);
  private static final int FILES = Integer.getInteger("patronilint.edits", 4000);
  private static final int OPERATIONS = 4;

  private final Map<String, Integer> refusals = new TreeMap<>();
  private int made;

  @Test
  void editsGeneratedFiles() {
    Random random = new Random(SEED);
    for (int i = 0; i < FILES; i++) {
      edit(random, GeneratedYaml.next(random), "seed " + SEED + ", file " + i);
    }
    System.out.println(made + " edits made, refused: " + refusals);
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(made).isGreaterThan(FILES * OPERATIONS / 2);
    assertThat(refused * 100 / (made + refused)).as("refused of 100").isLessThan(12);
    assertThat(refusals.getOrDefault("internal", 0) * 100).as("given up").isLessThan(made);
  }

  @Test
  void editsNastyFilesWithAnchorsTagsAndMergeKeys() {
    Random random = new Random(SEED);
    for (int i = 0; i < FILES; i++) {
      edit(random, new YamlGenerator(random).document(), "seed " + SEED + ", nasty file " + i);
    }
    System.out.println(made + " edits made in nasty files, refused: " + refusals);
    assertThat(made).isGreaterThan(FILES);
  }

  @Test
  void editsPublicFiles() throws IOException {
    String corpus = System.getProperty("patronilint.corpus");
    Assumptions.assumeTrue(corpus != null, "the property patronilint.corpus names no folder");
    Random random = new Random(SEED);
    try (Stream<Path> paths = Files.walk(Path.of(Objects.requireNonNull(corpus)))) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
        String text = read(path);
        for (int i = 0; i < 10; i++) {
          edit(random, text, "seed " + SEED + ", " + path);
        }
      }
    }
    System.out.println(made + " edits made in public files, refused: " + refusals);
    assertThat(made).isPositive();
  }

  private static String read(Path path) throws IOException {
    try {
      return Files.readString(path);
    } catch (MalformedInputException e) {
      return "";
    }
  }

  private void edit(Random random, String text, String label) {
    SourceFile file = SourceFile.of("patroni.yml", FileKind.PATRONI, text);
    Object before = file.yaml().accepted() ? Values.of(file.yaml().root()) : null;
    if (before == null) {
      return;
    }
    for (int i = 0; i < OPERATIONS; i++) {
      RandomEdit edit;
      try {
        edit = RandomEdit.of(random, file, before);
      } catch (RuntimeException e) {
        throw new AssertionError(label + "\n" + text, e);
      }
      if (edit != null) {
        check(file, edit, label);
      }
    }
  }

  private void check(SourceFile file, RandomEdit edit, String label) {
    String reason = edit.result().refusal();
    if (reason != null) {
      assertThat(edit.result().edits()).isEmpty();
      refusals.merge(kind(reason), 1, Integer::sum);
      String show = System.getProperty("patronilint.edits.show");
      if (show != null && reason.contains(show)) {
        System.out.println(label + ": " + edit.name() + ": " + reason);
      }
      return;
    }
    made++;
    String text = file.text().text();
    String after = TextEdits.apply(text, edit.result().edits());
    String diff =
        new Patch(List.of(new Patch.Change("x", text, after)), Secrets.none()).diff().text();
    String shown = label + ": " + edit.name() + "\n" + diff + "\n";
    YamlDocument read = YamlReader.read(new SourceText(after));
    assertThat(read.problems()).as(shown).isEmpty();
    assertThat(Values.of(read.root())).as(shown).isEqualTo(edit.expected());
    for (FileEdit.Replace replace : edit.result().edits()) {
      assertThat(new TouchedLines(file, edit.touched()).allow(replace.span()))
          .as(shown + replace.span())
          .isTrue();
    }
    checkLineEnds(text, after, shown);
  }

  private static String kind(String reason) {
    return reason.startsWith("internal")
        ? "internal"
        : reason
            .replaceFirst(
                "^.*?(?= (is|has|comes|hides|cannot|already|does|stands|would|are)\\b)", "X")
            .replaceAll("[&*]\\S+|merge key.*|item \\d+|entry .*| in X|: .*", "");
  }

  private static void checkLineEnds(String text, String after, String shown) {
    if (text.contains("\r\n") && !text.replace("\r\n", "").contains("\n")) {
      assertThat(after.replace("\r\n", "")).as(shown).doesNotContain("\n");
    } else if (!text.contains("\r")) {
      assertThat(after).as(shown).doesNotContain("\r");
    }
    boolean open = !text.isEmpty() && !Lines.endsLine(text, text.length());
    if (!open && !text.isEmpty()) {
      assertThat(Lines.endsLine(after, after.length())).as(shown).isTrue();
    }
  }

  @Test
  void addingAndRemovingAgainGivesTheFileBack() {
    Random random = new Random(SEED);
    int compared = 0;
    for (int i = 0; i < FILES; i++) {
      SourceFile file = SourceFile.of("patroni.yml", FileKind.PATRONI, GeneratedYaml.next(random));
      if (file.yaml().accepted()) {
        EditResult added = YamlEditor.set(file, List.of("brand_new", "deep"), List.of(1, "x"));
        String text = file.text().text();
        if (!added.possible()) {
          continue;
        }
        SourceFile with =
            SourceFile.of("patroni.yml", FileKind.PATRONI, TextEdits.apply(text, added.edits()));
        EditResult again = YamlEditor.set(with, List.of("brand_new", "deep"), List.of(1, "x"));
        assertThat(again).isEqualTo(EditResult.of(List.of()));
        EditResult removed = YamlEditor.remove(with, List.of("brand_new"));
        assertThat(removed.refusal()).isNull();
        assertThat(TextEdits.apply(with.text().text(), removed.edits()))
            .as("seed " + SEED + ", file " + i)
            .isEqualTo(text);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(FILES / 2);
  }

  /** Which lines an operation on some paths may change. */
  private static final class TouchedLines {
    private final SourceText text;
    private final List<Span> allowed = new ArrayList<>();

    TouchedLines(SourceFile file, List<List<Object>> paths) {
      this.text = file.text();
      Doc doc = Doc.of(file);
      for (List<Object> path : paths) {
        Slot slot = Route.of(doc, path).slot();
        for (Slot s = slot; s != null; s = s.equals(slot) ? s.parent() : null) {
          allow(doc, s, s.equals(slot));
        }
      }
      int last = text.lineAt(text.length());
      allowed.add(new Span(last, last));
    }

    private void allow(Doc doc, Slot slot, boolean whole) {
      for (Slot flow = slot; flow != null; flow = flow.parent()) {
        if (flow.inFlow() || Slot.isFlow(flow.value())) {
          allowed.add(lines(flow.value().span()));
        }
      }
      int mark = Marks.behind(doc, slot);
      if (slot.parent() == null) {
        allowed.add(lines(slot.value().span()));
      }
      if (mark >= 0) {
        allowed.add(lines(Span.at(mark)));
      }
      if (whole && slot.parent() != null) {
        Span lines =
            slot.inFlow() ? Slot.part(slot.parent().value(), slot.index()) : Marks.lines(doc, slot);
        allowed.add(lines(lines));
      }
    }

    private Span lines(Span span) {
      boolean ends = !span.isEmpty() && Lines.endsLine(text.text(), span.end());
      return new Span(text.lineAt(span.start()), text.lineAt(span.end()) - (ends ? 1 : 0));
    }

    boolean allow(Span edit) {
      if (edit.isEmpty()
          && (edit.end() == text.length() || Lines.endsLine(text.text(), edit.start()))) {
        return true;
      }
      // The line end before the last line goes with it where the text has none at its end.
      boolean breaks = "\r\n".indexOf(text.text().charAt(edit.start())) >= 0;
      boolean toEnd = edit.end() == text.length() && breaks;
      int next = text.lineAt(edit.start()) + 1;
      Span lines = lines(toEnd ? new Span(text.lineStart(next), edit.end()) : edit);
      int lastEnd = lines.end();
      while (lastEnd > lines.start()
          && text.text()
              .substring(text.lineStart(lastEnd), Math.min(edit.end(), text.lineEnd(lastEnd)))
              .isBlank()) {
        // Behind a dash the next entry takes the place of the first one.
        lastEnd--;
      }
      for (int line = lines.start(); line <= lastEnd; line++) {
        int number = line;
        if (allowed.stream().noneMatch(a -> a.start() <= number && number <= a.end())) {
          return false;
        }
      }
      return true;
    }
  }
}
