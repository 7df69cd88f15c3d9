package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages about restores name the code, the release and the run that their claims rest on. */
class EvidenceTest {

  private static final Set<String> FAMILIES = Set.of("recovery", "backup", "bootstrap");
  private static final Path SCENARIOS = Path.of("..", "lab", "scenarios");

  /** {@code Ha.recover}, {@code guc.c}, {@code lib/pgBackRest/Db.pm}, {@code no_params}. */
  private static final Pattern FUNCTION_OR_FILE = Pattern.compile("[A-Za-z_][\\w./-]*");

  /** {@code 4.1.4}, {@code 2.45}, {@code PostgreSQL 15}, {@code since 12}. */
  private static final Pattern RELEASE =
      Pattern.compile("\\b\\d+\\.\\d+(\\.\\d+)?\\b|\\b(PostgreSQL|since|at|in) \\d{2}\\b");

  /** A row of a table that is not in this repository. */
  private static final Pattern UNKNOWN_RUN = Pattern.compile("(?i)\\b(our lab|lab [a-z]\\d)");

  static Stream<Rule> rules() {
    return StandardRules.all().stream()
        .filter(rule -> FAMILIES.contains(rule.info().id().split("/", -1)[0]));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void namesCodeReleaseAndRun(Rule rule) {
    String page = RulePages.markdown(rule.info()).orElseThrow();
    Evidence evidence = Evidence.of(page);
    assertThat(evidence.others()).as("lines that are in no list").isEmpty();
    assertThat(evidence.bullets()).as("list").isNotEmpty();
    assertThat(evidence.names())
        .as("functions, files")
        .anyMatch(FUNCTION_OR_FILE.asMatchPredicate());
    assertThat(evidence.bullets()).as("releases").anyMatch(RELEASE.asPredicate());
    for (List<String> scenarios : evidence.scenarios()) {
      assertThat(scenarios)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(SCENARIOS.resolve(name + ".sh")).isRegularFile());
    }
    assertThat(page).doesNotContainPattern(UNKNOWN_RUN);
  }
}
