package io.patronilint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.patronilint.core.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the reader with the real PyYAML: the same documents refused, the same values with the
 * same types in the same order.
 */
class PyYamlOracleTest {

  /** What is refused although PyYAML reads it. */
  private static final Set<String> KNOWN_DIFFERENCES =
      Set.of(
          "question mark before flow text",
          "anchor directly before colon",
          "flow item ?",
          "flow item ?x");

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

  @Test
  void readsTheListedCasesAsPyYamlDoes() {
    List<String> wrong = new ArrayList<>();
    for (Cases.Case one : Cases.all()) {
      String theirs = oracle().answer(one.document());
      YamlDocument document = YamlReader.read(new SourceText(one.document()));
      String ours = ValueDump.of(document);
      if (agree(ours, theirs) == KNOWN_DIFFERENCES.contains(one.name())) {
        wrong.add(
            one.name()
                + "\n    ours   "
                + ours
                + " "
                + document.problems()
                + "\n    theirs "
                + theirs);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static PyYamlOracle oracle() {
    return Objects.requireNonNull(oracle);
  }

  private static boolean agree(String ours, String theirs) {
    return ours.equals("no") ? theirs.startsWith("no ") : ours.equals(theirs);
  }
}
