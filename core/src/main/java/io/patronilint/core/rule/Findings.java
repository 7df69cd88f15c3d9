package io.patronilint.core.rule;

import io.patronilint.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Takes the findings of one rule. */
public final class Findings {

  private final RuleInfo rule;
  private final List<Finding> list = new ArrayList<>();

  /** Starts empty for {@code rule}. */
  public Findings(RuleInfo rule) {
    this.rule = rule;
  }

  /** Adds a finding with {@code message}. */
  public void add(Finding.Builder finding, String message) {
    list.add(finding.build(rule.id(), rule.severity(), message));
  }

  /** Returns a copy of what was found so far. */
  public List<Finding> list() {
    return List.copyOf(list);
  }
}
