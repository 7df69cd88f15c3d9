package io.patronilint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The last section of a rule's page, which says where its claims come from.
 *
 * @param bullets its entries in order, each on one line, without the dash
 * @param others lines that belong to no entry
 */
record Evidence(List<String> bullets, List<String> others) {

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final String LAB = "Lab:";

  static Evidence of(String markdown) {
    List<String> bullets = new ArrayList<>();
    List<String> others = new ArrayList<>();
    String heading = "\n## Evidence\n";
    int at = markdown.indexOf(heading);
    String section = at < 0 ? "" : markdown.substring(at + heading.length());
    for (String line : section.lines().filter(l -> !l.isBlank()).toList()) {
      if (line.startsWith("- ")) {
        bullets.add(line.substring(2));
      } else if (line.startsWith("  ") && !bullets.isEmpty()) {
        bullets.set(bullets.size() - 1, bullets.get(bullets.size() - 1) + " " + line.strip());
      } else {
        others.add(line);
      }
    }
    return new Evidence(bullets, others);
  }

  /** Returns what stands in backticks, but for the scenarios of the lab. */
  List<String> names() {
    return bullets.stream()
        .filter(b -> !b.startsWith(LAB))
        .flatMap(b -> quoted(b).stream())
        .toList();
  }

  /** Returns the scenarios of each entry about the lab. */
  List<List<String>> scenarios() {
    return bullets.stream().filter(b -> b.startsWith(LAB)).map(Evidence::quoted).toList();
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
