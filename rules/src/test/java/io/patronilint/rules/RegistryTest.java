package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Class, page, folder of cases and the registry's list must name the same rules. */
class RegistryTest {

  private static final Path CLASSES = Path.of("src/main/java/io/patronilint/rules");
  private static final Path PAGES = Path.of("src/main/resources/io/patronilint/rules");
  private static final Path CASES = Path.of("src/test/resources/cases");

  private final List<String> ids =
      StandardRules.all().stream().map(rule -> rule.info().id()).toList();

  @Test
  void listIsSortedAndHasNoDuplicates() {
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyRuleClassIsNamedAfterItsId() {
    for (Rule rule : StandardRules.all()) {
      String expected = camelCase(rule.info().name());
      assertThat(rule.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(rule.getClass().getPackageName()).endsWith("." + rule.info().family());
    }
  }

  @Test
  void everyRuleClassIsListed() throws IOException {
    Set<String> listed =
        StandardRules.all().stream()
            .map(r -> r.info().family() + "/" + r.getClass().getSimpleName() + ".java")
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(CLASSES)) {
      List<String> rules =
          files
              .filter(f -> !f.startsWith(CLASSES.resolve("team")))
              .filter(RegistryTest::isRule)
              .map(f -> slashes(CLASSES.relativize(f)))
              .toList();
      assertThat(rules).containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void everyRuleHasItsPage() throws IOException {
    assertThat(names(PAGES, ".md")).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void everyRuleHasItsCases() throws IOException {
    try (Stream<Path> folders = Files.walk(CASES, 2)) {
      List<String> found =
          folders
              .map(CASES::relativize)
              .filter(p -> p.getNameCount() == 2)
              .map(RegistryTest::slashes)
              .toList();
      assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private static boolean isRule(Path file) {
    try {
      return file.toString().endsWith(".java")
          && Files.readString(file).contains(" implements Rule {");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(f -> slashes(root.relativize(f)))
          .filter(f -> f.endsWith(ending))
          .map(f -> f.substring(0, f.length() - ending.length()))
          .toList();
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String camelCase(String kebab) {
    return Arrays.stream(kebab.split("-", -1))
        .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining());
  }
}
