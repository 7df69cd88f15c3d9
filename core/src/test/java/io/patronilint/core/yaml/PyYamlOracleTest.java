package io.patronilint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.patronilint.core.text.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the reader with the real PyYAML: the same documents refused, the same values with the
 * same types in the same order.
 *
 * <p>The properties {@code patronilint.yaml.seed} and {@code patronilint.yaml.documents} choose
 * other generated documents.
 */
class PyYamlOracleTest {

  private static final long SEED = Long.getLong("patronilint.yaml.seed", 20261122L);
  private static final int DOCUMENTS = Integer.getInteger("patronilint.yaml.documents", 20_000);
  private static final int MAX_SHOWN = 5;

  /** The listed cases that are refused although PyYAML reads them. */
  private static final Set<String> REFUSED_CASES =
      Set.of("question mark before flow text", "flow item ?", "flow item ?x");

  private static @Nullable PyYamlOracle oracle;

  @BeforeAll
  static void startOracle() throws IOException {
    Optional<PyYamlOracle> started = PyYamlOracle.start();
    if (started.isPresent()) {
      oracle = started.get();
    } else {
      String message = "no Python with PyYAML; install python3-yaml or set patronilint.python";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      Assumptions.abort(message);
    }
  }

  @AfterAll
  static void stopOracle() throws IOException {
    if (oracle != null) {
      oracle.close();
    }
  }

  private static PyYamlOracle oracle() {
    return Objects.requireNonNull(oracle);
  }

  @Test
  void readsTheListedCasesAsPyYamlDoes() {
    List<String> wrong = new ArrayList<>();
    for (Cases.Case one : Cases.all()) {
      String theirs = oracle().answer(one.document());
      YamlDocument ours = read(one.document());
      if (agree(ours, theirs) == REFUSED_CASES.contains(one.name())) {
        wrong.add(one.name() + "\n" + comparison(one.document(), ours, theirs));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void readsGeneratedDocumentsAsPyYamlDoes() {
    YamlGenerator generator = new YamlGenerator(new Random(SEED));
    List<String> documents = Stream.generate(generator::next).limit(DOCUMENTS).toList();
    List<String> wrong = new ArrayList<>();
    List<String> disagreements = new ArrayList<>();
    int accepted = 0;
    int known = 0;
    CompletableFuture<Void> asking = ask(documents);
    for (String document : documents) {
      String theirs = oracle().answer();
      YamlDocument ours = read(document);
      accepted += theirs.startsWith("ok") ? 1 : 0;
      if (!agree(ours, theirs)) {
        if (KnownDifference.of(ours, theirs).isPresent()) {
          known++;
        } else {
          disagreements.add(document);
        }
      }
    }
    asking.join();
    for (String document : disagreements.subList(0, Math.min(MAX_SHOWN, disagreements.size()))) {
      String small = Shrinker.shrink(document, PyYamlOracleTest::disagrees);
      wrong.add(comparison(small, read(small), oracle().answer(small)));
    }
    assertThat(wrong).as("%d disagreements with seed %d", disagreements.size(), SEED).isEmpty();
    assertThat(known).as("documents with known differences").isLessThan(DOCUMENTS / 200);
    assertThat(accepted * 100 / DOCUMENTS).as("accepted of 100").isBetween(40, 70);
  }

  @Test
  void readsTheCorpusAsPyYamlDoes() throws IOException {
    String corpus = System.getProperty("patronilint.corpus");
    Assumptions.assumeTrue(corpus != null, "the property patronilint.corpus names no folder");
    List<String> wrong = new ArrayList<>();
    int files = 0;
    try (Stream<Path> paths = Files.walk(Path.of(Objects.requireNonNull(corpus)))) {
      for (Path path : (Iterable<Path>) paths.filter(PyYamlOracleTest::isYaml).sorted()::iterator) {
        byte[] bytes = Files.readAllBytes(path);
        oracle().ask(bytes);
        String theirs = oracle().answer();
        files++;
        String text = decoded(bytes);
        if (text == null) {
          if (theirs.startsWith("ok")) {
            wrong.add(path + ": not UTF-8, but accepted");
          }
        } else if (!agree(read(text), theirs)) {
          wrong.add(path + "\n" + comparison(text, read(text), theirs));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(files).isPositive();
  }

  private static boolean isYaml(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path)
        && (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json"));
  }

  private static @Nullable String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Asks on another thread, so that neither side waits for the other to empty a pipe. */
  private static CompletableFuture<Void> ask(List<String> documents) {
    return CompletableFuture.runAsync(
        () -> documents.forEach(one -> oracle().ask(one.getBytes(StandardCharsets.UTF_8))));
  }

  private static YamlDocument read(String document) {
    return YamlReader.read(new SourceText(document));
  }

  private static boolean disagrees(String document) {
    YamlDocument ours = read(document);
    String theirs = oracle().answer(document);
    return !agree(ours, theirs) && KnownDifference.of(ours, theirs).isEmpty();
  }

  private static boolean agree(YamlDocument ours, String theirs) {
    return ours.accepted() ? ValueDump.of(ours).equals(theirs) : theirs.startsWith("no ");
  }

  private static String comparison(String document, YamlDocument ours, String theirs) {
    return "    document "
        + ValueDump.quoted(document)
        + "\n    ours     "
        + ValueDump.of(ours)
        + " "
        + ours.problems()
        + "\n    theirs   "
        + theirs;
  }
}
