package io.patronilint.core.preview;

import io.patronilint.core.Version;
import io.patronilint.core.workspace.DcsState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes one verdict of those under different assumptions. */
final class Merge {

  /**
   * A verdict and what it assumes.
   *
   * @param patroni the version of Patroni
   * @param dcs the state of the DCS
   * @param verdict the verdict
   */
  record Case(Version patroni, DcsState dcs, Verdict verdict) {
    String words() {
      return verdict.outcome().label() + "/" + verdict.contents().label();
    }
  }

  private final List<Case> cases;
  private final boolean versions;
  private final boolean dcs;

  private Merge(List<Case> cases) {
    this.cases = cases;
    this.versions = matters(Case::dcs);
    this.dcs = matters(Case::patroni);
  }

  /** Merges {@code cases}, the likeliest first. */
  static Verdict of(List<Case> cases) {
    return new Merge(cases).verdict();
  }

  /** Tells whether cases that agree in {@code fixed} differ in their verdicts. */
  private boolean matters(Function<Case, Object> fixed) {
    return cases.stream()
        .anyMatch(
            a ->
                cases.stream()
                    .anyMatch(
                        b ->
                            fixed.apply(a).equals(fixed.apply(b)) && !a.words().equals(b.words())));
  }

  private Verdict verdict() {
    Verdict first = cases.get(0).verdict();
    if (!versions && !dcs) {
      return first;
    }
    Map<String, List<Case>> groups = new LinkedHashMap<>();
    cases.forEach(c -> groups.computeIfAbsent(c.words(), k -> new ArrayList<>()).add(c));
    List<String> reasons = new ArrayList<>();
    Set<Evidence> evidence = new LinkedHashSet<>();
    Set<String> losses = new LinkedHashSet<>();
    Set<Advice> advice = new LinkedHashSet<>();
    Set<String> assumptions = new LinkedHashSet<>();
    Set<String> needs = new LinkedHashSet<>(needs());
    for (List<Case> group : groups.values()) {
      Verdict verdict = group.get(0).verdict();
      reasons.add(condition(group) + ": " + verdict.reason());
      evidence.addAll(verdict.evidence());
      verdict.losses().forEach(text -> losses.add(condition(group) + ": " + text));
      advice.addAll(verdict.advice());
      assumptions.addAll(verdict.assumptions());
      needs.addAll(verdict.needs());
    }
    boolean sameOutcome = cases.stream().allMatch(c -> c.verdict().outcome() == first.outcome());
    boolean sameContents = cases.stream().allMatch(c -> c.verdict().contents() == first.contents());
    return new Verdict(
        first.node(),
        sameOutcome ? first.outcome() : Outcome.UNKNOWN,
        sameContents ? first.contents() : Contents.UNKNOWN,
        String.join(" ", reasons),
        List.copyOf(evidence),
        first.changes(),
        List.copyOf(losses),
        List.copyOf(advice),
        List.copyOf(assumptions),
        List.copyOf(needs));
  }

  private List<String> needs() {
    List<String> needs = new ArrayList<>();
    if (dcs) {
      needs.add("Whether the DCS still holds the cluster: --dcs kept or --dcs wiped.");
    }
    if (versions) {
      needs.add("The version of Patroni: --patroni-version.");
    }
    return needs;
  }

  /** Returns for instance {@code With the DCS wiped}. */
  private String condition(List<Case> group) {
    Set<String> parts = new LinkedHashSet<>();
    for (Case c : group) {
      String state = c.dcs() == DcsState.KEPT ? "the DCS kept" : "the DCS wiped";
      String version = "Patroni " + c.patroni();
      parts.add(versions && dcs ? version + " and " + state : versions ? version : state);
    }
    return "With " + String.join(" or ", parts);
  }
}
