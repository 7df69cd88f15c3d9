package io.patronilint.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.oracle.PostgresServer;
import io.patronilint.core.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Compares {@link ConfIncludes} with PostgreSQL 15 on files that include each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresIncludeOracleTest {

  private static final int TREES = 600;

  private PostgresServer server;

  @BeforeAll
  void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  /** Reads files and directories from disk. */
  private static final class Disk implements ConfLookup {

    @Override
    public @Nullable ConfFile file(String path) {
      try {
        return Files.isRegularFile(Path.of(path))
            ? ConfReader.read(new SourceText(Files.readString(Path.of(path))))
            : null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable Collection<String> directory(String path) {
      if (!Files.isDirectory(Path.of(path))) {
        return null;
      }
      try (Stream<Path> children = Files.list(Path.of(path))) {
        return children.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void agreesOnGeneratedTrees() throws Exception {
    List<Path> roots = new ArrayList<>();
    for (int seed = 0; seed < TREES; seed++) {
      Path tree = server.folder().resolve("tree-" + seed);
      Map<String, String> texts = new GeneratedTree(seed, tree.toString()).next();
      for (Map.Entry<String, String> file : texts.entrySet()) {
        Path path = tree.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      roots.add(tree.resolve("root.conf"));
    }
    int problems = compare(roots);
    assertThat(problems).as("includes that fail").isGreaterThan(500);
  }

  @Test
  void agreesHowDeepIncludesMayBe() throws Exception {
    List<Path> roots = new ArrayList<>();
    for (int length = 7; length < 14; length++) {
      Path tree = server.folder().resolve("chain-" + length);
      Files.createDirectories(tree);
      for (int i = 0; i < length; i++) {
        String directive = i % 2 == 0 ? "include '%d.conf'%n" : "include_if_exists '%d.conf'%n";
        String last = i + 1 == length ? "" : directive.formatted(i + 1);
        Files.writeString(tree.resolve(i + ".conf"), "x = " + i + "\n" + last + "y = 1\n");
      }
      roots.add(tree.resolve("0.conf"));
    }
    assertThat(compare(roots)).as("chains that are too long").isEqualTo(3);
  }

  /** Compares what one main file that includes all {@code roots} leads to; counts problems. */
  private int compare(List<Path> roots) throws Exception {
    StringBuilder main = new StringBuilder();
    roots.forEach(root -> main.append("include '").append(root).append("'\n"));
    Files.writeString(server.main(), main);
    ConfFile file = ConfReader.read(new SourceText(main.toString()));
    ConfResolution ours = ConfIncludes.resolve(server.main().toString(), file, new Disk());
    List<PostgresServer.Row> rows = server.settings();
    assertThat(ours.settings().stream().map(PostgresIncludeOracleTest::describe))
        .containsExactlyElementsOf(
            rows.stream()
                .filter(row -> !row.name().isEmpty())
                .map(row -> place(row) + row.name() + " = " + row.value())
                .toList());
    assertThat(ours.problems().stream().map(problem -> describe(ours, problem)))
        .containsExactlyElementsOf(
            rows.stream()
                .filter(row -> row.name().isEmpty())
                .map(row -> place(row) + row.error().replaceFirst(" \".*", ""))
                .toList());
    return ours.problems().size();
  }

  private static String place(PostgresServer.Row row) {
    return row.file() + ":" + row.line() + ": ";
  }

  private static String describe(ConfResolution.Setting setting) {
    int line = setting.file().text().lineAt(setting.entry().span().start());
    ConfEntry entry = setting.entry();
    return setting.path() + ":" + line + ": " + entry.name() + " = " + entry.value();
  }

  private static String describe(ConfResolution resolution, ConfResolution.Problem problem) {
    ConfFile file = resolution.files().get(problem.path());
    assertThat(file).isNotNull();
    int line = file == null ? 0 : file.text().lineAt(problem.span().start());
    String what =
        switch (problem.kind()) {
          case MISSING_FILE -> "could not open file";
          case MISSING_DIRECTORY -> "could not open directory";
          case NO_NAME ->
              problem.message().contains("include_dir")
                  ? "empty configuration directory name"
                  : "empty configuration file name";
          case LOOP -> "configuration file recursion";
          case TOO_DEEP -> "nesting depth exceeded";
          case TOO_MUCH -> "?";
        };
    return problem.path() + ":" + line + ": " + what;
  }
}
