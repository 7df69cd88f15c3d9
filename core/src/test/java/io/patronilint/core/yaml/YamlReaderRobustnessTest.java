package io.patronilint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.patronilint.core.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that no input makes the reader throw, overflow the stack or take more than linear time.
 */
class YamlReaderRobustnessTest {

  /** Far more than any of the inputs takes, far less than quadratic time would. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int LARGE = 1_000_000;

  private static YamlDocument read(String text) {
    return assertTimeoutPreemptively(LIMIT, () -> YamlReader.read(new SourceText(text)));
  }

  private static void survives(String text) {
    YamlDocument document = YamlReader.read(new SourceText(text));
    for (YamlProblem problem : document.problems()) {
      assertThat(problem.span().end()).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void survivesRandomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      survives(new String(bytes, StandardCharsets.ISO_8859_1));
      survives(new String(bytes, StandardCharsets.UTF_8));
      survives(new String(bytes, StandardCharsets.UTF_16));
    }
  }

  @Test
  void survivesMutatedDocuments() {
    Random random = new Random(2);
    for (int i = 0; i < 4000; i++) {
      survives(Mutator.mutate(PatroniLike.file(random), random, 1 + random.nextInt(30)));
      survives(Mutator.soup(random));
    }
  }

  @Test
  void survivesEveryPrefix() {
    String text = PatroniLike.file(new Random(3)) + "a: &x [1, {b: \"c\\n\", 'd': |}]\n";
    for (int end = 0; end <= text.length(); end++) {
      survives(text.substring(0, end));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "[{",
        "{a: ",
        "- ",
        "? ",
        "[a, ",
        "a: [",
        "!!map ",
        "&a ",
        "*a ",
        "'",
        "\"",
        "\"\\",
        "|",
        ">\n",
        "|\n ",
        "#",
        ":",
        ",",
        "]",
        "}",
        "%",
        "---\n",
        "...\n",
        "<<: ",
        "a:\n",
        "-\n",
        "\t",
        "\n",
        "\r",
        " ",
        "a",
        "a ",
        "a\n",
        "1:",
        "0x",
        "_",
        "\ud83d\ude00",
        "\u2028",
        "\ufeff",
        "a: b\n"
      })
  void survivesMuchOfTheSame(String piece) {
    read(piece.repeat(LARGE / piece.length()));
    read("a: " + piece.repeat(LARGE / piece.length()) + "\n");
  }

  @Test
  void refusesDeepNestingWithItsPlace() {
    for (String text : new String[] {"[".repeat(100_000), "{a: ".repeat(100_000), stairs(3000)}) {
      YamlDocument document = read(text);
      assertThat(document.problems())
          .extracting(YamlProblem::kind)
          .contains(YamlProblem.Kind.LIMIT);
    }
  }

  private static String stairs(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  @Test
  void readsLargeFilesInLinearTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("# comment\nkey").append(i).append(": 'value ").append(i).append("' # c\n");
    }
    YamlDocument document = read(text.toString());
    assertThat(document.root()).isInstanceOf(YamlMapping.class);
    assertThat(read("a: '" + "x".repeat(LARGE) + "'\n").accepted()).isTrue();
    assertThat(read("a: \"" + "\\n".repeat(LARGE) + "\"\n").accepted()).isTrue();
    assertThat(read("a: 0x" + "f".repeat(LARGE) + "\n").accepted()).isTrue();
    assertThat(read("a: |\n" + "  x\n".repeat(LARGE / 4)).accepted()).isTrue();
    assertThat(read("[" + "a, ".repeat(LARGE / 3) + "]").accepted()).isTrue();
  }

  @Test
  void aliasesCannotMakeSmallFilesLarge() {
    StringBuilder lists = new StringBuilder("a0: &a0 [x]\n");
    StringBuilder merges = new StringBuilder("a0: &a0 {k: v}\n");
    for (int i = 1; i < 60; i++) {
      int last = i - 1;
      lists.append(String.format("a%d: &a%d [*a%d, *a%d, *a%d]\n", i, i, last, last, last));
      merges.append(String.format("a%d: &a%d {<<: [*a%d, *a%d], k%d: v}\n", i, i, last, last, i));
    }
    assertThat(read(lists.toString()).accepted()).isTrue();
    assertThat(read(merges.toString()).accepted()).isTrue();
  }
}
