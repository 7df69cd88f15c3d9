package io.patronilint.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets git and patch apply generated patches: the files must come out byte by byte as they should.
 */
class UnifiedDiffOracleTest {

  private static final int PATCHES = Integer.getInteger("patronilint.patches", 300);

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource(Tool.class)
  void appliesEveryPatch(Tool tool) {
    assumeTrue(tool.installed(), tool + " is not installed");
    int shown = 0;
    int withheld = 0;
    for (int seed = 0; seed < PATCHES; seed++) {
      Patch patch = new GeneratedPatch(seed).next();
      UnifiedDiff diff = patch.diff();
      assertThat(diff.text()).as("seed " + seed).doesNotContain("canary");
      List<Patch.Change> changes = new ArrayList<>(patch.changes());
      changes.removeIf(c -> diff.withheld().contains(c.path()));
      withheld += patch.changes().size() - changes.size();
      shown += changes.size();
      if (diff.text().isEmpty()) {
        continue;
      }
      check(tool, "seed " + seed, changes, diff);
    }
    assertThat(shown).isGreaterThan(5 * withheld);
  }

  private void check(Tool tool, String label, List<Patch.Change> changes, UnifiedDiff diff) {
    Path folder = temp.resolve(tool + " " + label);
    changes.forEach(c -> write(folder, c.path(), c.before()));
    String complaint = tool.apply(folder, diff.text());
    if (tool == Tool.GIT && !diff.zeroContext().isEmpty()) {
      assertThat(complaint).as(label + "\n" + diff.text()).isNotEmpty();
      changes.forEach(c -> assertThat(read(folder, c.path())).as(label).isEqualTo(c.before()));
      return;
    }
    assertThat(complaint).as(label + "\n" + diff.text()).isEmpty();
    for (Patch.Change change : changes) {
      String expected = change.after();
      String found = read(folder, change.path());
      if (tool == Tool.PATCH && expected != null && expected.isEmpty() && found == null) {
        continue; // GNU patch removes files that a patch empties.
      }
      assertThat(found).as(label + "\n" + diff.text()).isEqualTo(expected);
    }
  }

  private static void write(Path folder, String path, @Nullable String text) {
    try {
      Files.createDirectories(folder);
      if (text != null) {
        Files.createDirectories(folder.resolve(path).resolveSibling(""));
        Files.writeString(folder.resolve(path), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String read(Path folder, String path) {
    try {
      Path file = folder.resolve(path);
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
