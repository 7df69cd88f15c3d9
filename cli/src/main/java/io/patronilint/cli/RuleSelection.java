package io.patronilint.cli;

import io.patronilint.core.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses rules by id and by family. */
final class RuleSelection {

  private RuleSelection() {}

  /**
   * Returns the rules of {@code all} that {@code select} names (all of them if it names none)
   * without those that {@code ignore} names. The rules of the family {@code syntax} are chosen even
   * if they are not named: without them a file that cannot be read would pass as a good one.
   *
   * <p>A rule named by its id wins over a family: {@code --select recovery --ignore recovery/x}
   * leaves x out, {@code --select recovery/x --ignore recovery} keeps x.
   *
   * @throws UsageException if a name is neither a rule nor a family
   */
  static List<Rule> choose(List<Rule> all, List<String> select, List<String> ignore) {
    if (select.isEmpty() && ignore.isEmpty()) {
      return all;
    }
    check(all, select, "--select");
    check(all, ignore, "--ignore");
    return all.stream()
        .filter(rule -> select.isEmpty() || isSyntax(rule) || named(rule, select))
        .filter(rule -> !named(rule, ignore) || overruled(rule, select, ignore))
        .toList();
  }

  private static boolean isSyntax(Rule rule) {
    return rule.info().family().equals("syntax");
  }

  private static boolean named(Rule rule, List<String> names) {
    return names.contains(rule.info().id()) || names.contains(rule.info().family());
  }

  private static boolean overruled(Rule rule, List<String> select, List<String> ignore) {
    String id = rule.info().id();
    return select.contains(id) && !ignore.contains(id);
  }

  private static void check(List<Rule> all, List<String> names, String option) {
    Set<String> known = new LinkedHashSet<>();
    all.forEach(rule -> known.add(rule.info().id()));
    all.forEach(rule -> known.add(rule.info().family()));
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(
            "no rule or family is called '" + name + "' (" + option + ")" + hint(name, known));
      }
    }
  }

  /** Returns {@code : did you mean …?}, or where to find a list. */
  static String hint(String name, Set<String> known) {
    return Suggestions.closest(name, known)
        .map(word -> "; did you mean '" + word + "'?")
        .orElse("; `patroni-lint rules` lists them");
  }
}
