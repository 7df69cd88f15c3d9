package io.patronilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The lab's scenarios that say {@code # proves: RULE}: each has the rule found as an error, a start
 * with the mistake, a remedy of ours, and a start behind it.
 */
class LabProofsTest {

  private static final Pattern PROVES = Pattern.compile("(?m)^# proves: (\\S+)$");
  private static final Pattern START =
      Pattern.compile("(?m)^(starting_patroni_gives|second_member_becomes) (\\S+)");
  private static final Pattern REMEDY = Pattern.compile("(?m)^(apply_fix|run_shown_command)\\b");

  @Test
  void proofsShowTheMistakeTheRemedyAndTheEnd() throws IOException {
    Map<String, Rule> rules =
        StandardRules.all().stream()
            .collect(Collectors.toMap(r -> r.info().id(), Function.identity()));
    Map<String, String> proven = new TreeMap<>();
    for (Path file : scenarios()) {
      String text = Files.readString(file);
      Matcher proves = PROVES.matcher(text);
      if (proves.find()) {
        String rule = proves.group(1);
        assertThat(rules).as("%s", file).containsKey(rule);
        assertThat(text.replace("\"$FOUNDING_RULE\"", "recovery/restore-command-stripped"))
            .as("%s", file)
            .contains("check_finds " + rule + " error ");
        checkStarts(file, text);
        proven.put(rule, file.getFileName().toString());
      }
    }
    assertThat(proven).hasSizeGreaterThanOrEqualTo(15);
  }

  private static void checkStarts(Path file, String text) {
    Matcher start = START.matcher(text);
    assertThat(start.find()).as("%s starts with the mistake", file).isTrue();
    int first = start.start();
    String mistake = start.group(2);
    assertThat(mistake).as("%s", file).isNotIn("primary/complete", "streams/complete");
    assertThat(start.find()).as("%s starts again", file).isTrue();
    assertThat(start.group(2)).as("%s", file).endsWith("/complete");
    Matcher remedy = REMEDY.matcher(text);
    assertThat(remedy.find(first)).as("%s has a remedy", file).isTrue();
    assertThat(remedy.start()).as("%s", file).isLessThan(start.start());
  }

  private static Iterable<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../lab/scenarios"))) {
      return files.sorted().toList();
    }
  }
}
