package io.patronilint.core.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one verdict of those under different assumptions. */
final class Merge {

  private Merge() {}

  /**
   * Merges.
   *
   * @param verdicts the verdicts, the likeliest first
   * @param cases the assumption behind each
   */
  static Verdict of(List<Verdict> verdicts, List<String> cases, boolean dcs, boolean versions) {
    Verdict first = verdicts.get(0);
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      groups.computeIfAbsent(words(verdicts.get(i)), k -> new ArrayList<>()).add(cases.get(i));
    }
    if (groups.size() == 1) {
      return first;
    }
    boolean sameOutcome = verdicts.stream().allMatch(v -> v.outcome() == first.outcome());
    boolean sameContents = verdicts.stream().allMatch(v -> v.contents() == first.contents());
    StringBuilder reason = new StringBuilder("It depends: ");
    List<String> parts = new ArrayList<>();
    groups.forEach((words, where) -> parts.add(words + " " + String.join(", ", where)));
    reason.append(String.join("; ", parts)).append(". ").append(first.reason());
    Set<String> needs = new LinkedHashSet<>();
    if (dcs && differ(verdicts, cases, "with the DCS")) {
      needs.add("Whether the DCS still holds the cluster: --dcs kept or --dcs wiped.");
    }
    if (versions && differ(verdicts, cases, "with Patroni")) {
      needs.add("The version of Patroni: --patroni-version.");
    }
    verdicts.forEach(v -> needs.addAll(v.needs()));
    return new Verdict(
        first.node(),
        sameOutcome ? first.outcome() : Outcome.UNKNOWN,
        sameContents ? first.contents() : Contents.UNKNOWN,
        reason.toString(),
        first.evidence(),
        first.changes(),
        List.of(),
        first.advice(),
        first.assumptions(),
        List.copyOf(needs));
  }

  private static String words(Verdict verdict) {
    return verdict.outcome().label() + "/" + verdict.contents().label();
  }

  /** Tells whether the part of the assumption that starts with {@code about} matters. */
  private static boolean differ(List<Verdict> verdicts, List<String> cases, String about) {
    for (int i = 0; i < verdicts.size(); i++) {
      for (int j = i + 1; j < verdicts.size(); j++) {
        boolean other = !words(verdicts.get(i)).equals(words(verdicts.get(j)));
        if (other && without(cases.get(i), about).equals(without(cases.get(j), about))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String without(String name, String about) {
    List<String> kept = new ArrayList<>();
    for (String part : name.split(" and ", -1)) {
      if (!part.startsWith(about)) {
        kept.add(part);
      }
    }
    return String.join(" and ", kept);
  }
}
