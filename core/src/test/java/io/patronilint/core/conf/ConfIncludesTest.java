package io.patronilint.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patronilint.core.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfIncludesTest {

  /** Files by path; directories are what the paths imply. */
  private static final class Files implements ConfLookup {

    private final Map<String, String> texts = new LinkedHashMap<>();

    Files with(String path, String text) {
      texts.put(path, text);
      return this;
    }

    @Override
    public @Nullable ConfFile file(String path) {
      String text = texts.get(path);
      return text == null ? null : ConfReader.read(new SourceText(text));
    }

    @Override
    public @Nullable Collection<String> directory(String path) {
      List<String> names = new ArrayList<>();
      for (String file : texts.keySet()) {
        if (file.startsWith(path + "/") && file.indexOf('/', path.length() + 1) < 0) {
          names.add(file.substring(path.length() + 1));
        }
      }
      return names.isEmpty() ? null : names;
    }

    ConfResolution resolve(String path) {
      ConfFile root = ConfReader.read(new SourceText(texts.getOrDefault(path, "")));
      return ConfIncludes.resolve(path, root, this);
    }
  }

  private static String value(ConfResolution resolution, String name) {
    ConfResolution.Setting setting = resolution.last(name);
    return setting == null ? "unset" : setting.entry().value();
  }

  @Test
  void includesAreReadWhereTheyStand() {
    ConfResolution resolution =
        new Files()
            .with("pg/postgresql.conf", "a = 1\ninclude 'base.conf'\nb = 3\n")
            .with("pg/base.conf", "A = 2\nb = 2\n")
            .resolve("pg/postgresql.conf");
    assertThat(resolution.problems()).isEmpty();
    assertThat(resolution.settings())
        .extracting(ConfResolution.Setting::path, setting -> setting.entry().name())
        .containsExactly(
            tuple("pg/postgresql.conf", "a"),
            tuple("pg/base.conf", "A"),
            tuple("pg/base.conf", "b"),
            tuple("pg/postgresql.conf", "b"));
    assertThat(value(resolution, "a")).isEqualTo("2");
    assertThat(value(resolution, "B")).isEqualTo("3");
    assertThat(resolution.effective().keySet()).containsExactly("a", "b");
    assertThat(resolution.files().keySet()).containsExactly("pg/postgresql.conf", "pg/base.conf");
  }

  @Test
  void aDirectoryIsReadInTheOrderOfBytes() {
    ConfResolution resolution =
        new Files()
            .with("/pg/p.conf", "include_dir 'conf.d'")
            .with("/pg/conf.d/b.conf", "x = b")
            .with("/pg/conf.d/B.conf", "x = B")
            .with("/pg/conf.d/10.conf", "x = 10")
            .with("/pg/conf.d/9.conf", "x = 9")
            .with("/pg/conf.d/.h.conf", "x = h")
            .with("/pg/conf.d/c.conf.bak", "x = bak")
            .with("/pg/conf.d/\uD83D\uDE00.conf", "x = smile")
            .with("/pg/conf.d/\uFFFD.conf", "x = fffd")
            .resolve("/pg/p.conf");
    assertThat(resolution.settings())
        .extracting(setting -> setting.entry().value())
        .containsExactly("10", "9", "B", "b", "fffd", "smile");
  }

  @Test
  void pathsAreTakenFromTheIncludingFile() {
    ConfResolution resolution =
        new Files()
            .with("a/b/p.conf", "include './../c/./d//q.conf'\ninclude '/etc/r.conf'")
            .with("a/c/d/q.conf", "include 's.conf'")
            .with("a/c/d/s.conf", "s = 1")
            .with("/etc/r.conf", "r = 1")
            .resolve("a/b/p.conf");
    assertThat(resolution.problems()).isEmpty();
    assertThat(resolution.settings())
        .extracting(ConfResolution.Setting::path)
        .containsExactly("a/c/d/s.conf", "/etc/r.conf");
    assertThat(ConfPaths.resolve("p.conf", "../../x")).isEqualTo("../../x");
    assertThat(ConfPaths.resolve("p.conf", ".")).isEqualTo(".");
    assertThat(ConfPaths.resolve("/p.conf", "../x/")).isEqualTo("/x");
  }

  @Test
  void whatCannotBeFollowedIsOneProblemEach() {
    ConfResolution resolution =
        new Files()
            .with(
                "p.conf",
                """
                include 'no'
                include_if_exists 'no'
                include_dir 'no'
                include ' '
                include_dir ''
                include 'p.conf'
                a = 1
                """)
            .resolve("p.conf");
    assertThat(resolution.problems())
        .extracting(ConfResolution.Problem::kind)
        .containsExactly(
            ConfResolution.Kind.MISSING_FILE,
            ConfResolution.Kind.MISSING_DIRECTORY,
            ConfResolution.Kind.NO_NAME,
            ConfResolution.Kind.NO_NAME,
            ConfResolution.Kind.LOOP);
    assertThat(resolution.problems().get(0).span())
        .isEqualTo(ConfReader.read(new SourceText("include 'no'")).entries().get(0).valueSpan());
    assertThat(value(resolution, "a")).isEqualTo("1");
  }

  @Test
  void aCircleIsReportedWhereItCloses() {
    ConfResolution closed =
        new Files()
            .with("p.conf", "include 'q.conf'\na = 1")
            .with("q.conf", "\ninclude 'p.conf'\n")
            .resolve("p.conf");
    assertThat(closed.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.path()).isEqualTo("q.conf"))
        .satisfies(problem -> assertThat(problem.message()).contains("p.conf"));
    assertThat(value(closed, "a")).isEqualTo("1");
  }

  @Test
  void tenIncludesMayBeNested() {
    Files files = new Files();
    for (int i = 0; i <= 12; i++) {
      files.with(i + ".conf", "include '" + (i + 1) + ".conf'\n");
    }
    ConfResolution tooDeep = files.resolve("0.conf");
    assertThat(tooDeep.problems())
        .extracting(ConfResolution.Problem::kind, ConfResolution.Problem::path)
        .containsExactly(tuple(ConfResolution.Kind.TOO_DEEP, "10.conf"));
    assertThat(files.with("10.conf", "x = 1").resolve("0.conf").problems()).isEmpty();
  }

  @Test
  void theRestOfADirectoryIsLeftOutBehindAFileThatFails() {
    ConfResolution resolution =
        new Files()
            .with("p.conf", "include_dir 'd'\nx = 3")
            .with("d/1.conf", "x = 1\ninclude 'no'\nx = 2")
            .with("d/2.conf", "y = 1")
            .resolve("p.conf");
    assertThat(resolution.settings())
        .extracting(setting -> setting.entry().value())
        .containsExactly("1", "2", "3");
  }

  @Test
  void filesThatMultiplyAreGivenUp() {
    Files files = new Files();
    for (int i = 0; i < 10; i++) {
      files.with(i + ".conf", ("include '" + (i + 1) + ".conf'\n").repeat(20));
    }
    ConfResolution resolution = files.with("10.conf", "x = 1\n").resolve("0.conf");
    assertThat(resolution.problems())
        .extracting(ConfResolution.Problem::kind)
        .containsExactly(ConfResolution.Kind.TOO_MUCH);
  }
}
