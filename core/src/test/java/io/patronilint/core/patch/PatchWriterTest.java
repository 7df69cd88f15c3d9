package io.patronilint.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchWriterTest {

  @TempDir Path temp;
  private Path base;

  @BeforeEach
  void makeBase() throws IOException {
    base = Files.createDirectory(temp.resolve("base"));
  }

  @Test
  void writesChangedNewAndDeletedFilesAndKeepsModes() throws IOException {
    SourceFile yaml = file("patroni.yml", "\uFEFFa: 1\r\nb: 2");
    SourceFile signal = file("recovery.signal", "");
    Files.setPosixFilePermissions(
        base.resolve("patroni.yml"), PosixFilePermissions.fromString("rw-r-----"));

    PatchWriter.write(
        Patch.of(
            List.of(
                new FileEdit.Replace(yaml, new Span(4, 5), "7"),
                new FileEdit.Create("sub/new.conf", "x = 1\n"),
                new FileEdit.Delete(signal))),
        base);

    assertThat(base.resolve("patroni.yml")).hasContent("\uFEFFa: 7\r\nb: 2");
    assertThat(Files.getPosixFilePermissions(base.resolve("patroni.yml")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(base.resolve("sub/new.conf")).hasContent("x = 1\n");
    assertThat(base.resolve("recovery.signal")).doesNotExist();
    assertThat(names()).containsExactlyInAnyOrder("patroni.yml", "sub");
  }

  @Test
  void writesNothingIfAFileHasChanged() throws IOException {
    SourceFile one = file("a.yml", "a: 1\n");
    SourceFile two = file("b.yml", "b: 1\n");
    Files.writeString(base.resolve("b.yml"), "b: 3\n");

    assertThatThrownBy(() -> PatchWriter.write(replaced(one, two), base))
        .isInstanceOf(WriteException.class)
        .hasMessage("b.yml has changed since it was read; run the check again.");

    assertThat(base.resolve("a.yml")).hasContent("a: 1\n");
    assertThat(base.resolve("b.yml")).hasContent("b: 3\n");
    assertThat(names()).containsExactlyInAnyOrder("a.yml", "b.yml");
  }

  @Test
  void takesBackWhatWasWrittenIfALaterFileFails() throws IOException {
    SourceFile one = file("a.yml", "a: 1\n");
    Patch.Change created = new Patch.Change("new.yml", null, "z: 1\n");
    // Both may be created when that is checked; the second one finds the first one there.
    Patch patch = new Patch(List.of(replaced(one).changes().get(0), created, created));

    assertThatThrownBy(() -> PatchWriter.write(patch, base))
        .isInstanceOf(WriteException.class)
        .hasMessageStartingWith("new.yml cannot be written: ");

    assertThat(base.resolve("a.yml")).hasContent("a: 1\n");
    assertThat(names()).containsExactly("a.yml");
  }

  @Test
  void replacesTheTargetOfALinkInsideTheBase() throws IOException {
    file("real.yml", "a: 1\n");
    Path link = Files.createSymbolicLink(base.resolve("link.yml"), Path.of("real.yml"));
    PatchWriter.write(replaced(at("link.yml", link, "a: 1\n")), base);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(base.resolve("real.yml")).hasContent("a: 2\n");
  }

  @Test
  void refusesLinksToTheOutsideHardLinksAndFoldersThatAreNotThere() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside.yml"), "a: 1\n");
    Path link = Files.createSymbolicLink(base.resolve("link.yml"), outside);
    assertThatThrownBy(() -> PatchWriter.write(replaced(at("link.yml", link, "a: 1\n")), base))
        .isInstanceOf(WriteException.class)
        .hasMessageStartingWith("link.yml is a symbolic link to a file outside, ");

    SourceFile one = file("one.yml", "a: 1\n");
    Files.createLink(base.resolve("two.yml"), base.resolve("one.yml"));
    assertThatThrownBy(() -> PatchWriter.write(replaced(one), base))
        .isInstanceOf(WriteException.class)
        .hasMessageStartingWith("one.yml has several hard links");

    Patch stray = Patch.of(List.of(new FileEdit.Create("../no/where.yml", "")));
    assertThatThrownBy(() -> PatchWriter.write(stray, base))
        .isInstanceOf(WriteException.class)
        .hasMessage("../no/where.yml cannot be created: its folder does not exist.");
    Patch text = Patch.of(List.of(new FileEdit.Create("one.yml", "")));
    assertThatThrownBy(() -> PatchWriter.write(text, base))
        .isInstanceOf(WriteException.class)
        .hasMessage("one.yml was to be created, but it exists already.");
    assertThat(outside).hasContent("a: 1\n");
  }

  @Test
  void keepsTheBytesOfFilesThatAreNotUtf8() throws IOException {
    Path path = base.resolve("postgresql.auto.conf");
    Files.write(path, "a = '\u00e4'\nb = 1\n".getBytes(StandardCharsets.ISO_8859_1));
    SourceFile file =
        new SourceFile(
            "postgresql.auto.conf",
            path,
            FileKind.AUTO_CONF,
            new SourceText("a = '\u00e4'\nb = 1\n"),
            StandardCharsets.ISO_8859_1,
            List.of());
    FileEdit edit = new FileEdit.Replace(file, new Span(12, 13), "2");

    PatchWriter.write(Patch.of(List.of(edit)), base);

    assertThat(Files.readAllBytes(path))
        .isEqualTo("a = '\u00e4'\nb = 2\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  private Patch replaced(SourceFile... files) {
    return Patch.of(
        Stream.of(files).<FileEdit>map(f -> new FileEdit.Replace(f, new Span(3, 4), "2")).toList());
  }

  private SourceFile file(String name, String text) throws IOException {
    return at(name, Files.writeString(base.resolve(name), text), text);
  }

  private static SourceFile at(String name, Path path, String text) {
    return new SourceFile(
        name, path, FileKind.PATRONI, new SourceText(text), StandardCharsets.UTF_8, List.of());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(base)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
