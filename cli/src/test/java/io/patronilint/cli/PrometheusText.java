package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text format of Prometheus, as its documentation describes it. */
final class PrometheusText {

  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\""
              + "(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\")*)\\})? (\\d+)");

  private PrometheusText() {}

  /** Fails if {@code text} is not of that format, or a metric's samples are not in one place. */
  static void accept(String text) {
    assertThat(text).endsWith("\n");
    String current = "";
    Set<String> ended = new HashSet<>();
    Set<String> samples = new HashSet<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# HELP ")) {
        ended.add(current);
        current = line.split(" ", -1)[2];
        assertThat(ended).doesNotContain(current);
      } else if (line.startsWith("# TYPE ")) {
        assertThat(line).isEqualTo("# TYPE " + current + " gauge");
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(sample.group(1)).isEqualTo(current);
        assertThat(samples.add(sample.group(1) + sample.group(2))).as(line).isTrue();
      }
    }
  }
}
