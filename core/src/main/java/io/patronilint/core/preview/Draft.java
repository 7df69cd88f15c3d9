package io.patronilint.core.preview;

import io.patronilint.core.finding.Location;
import io.patronilint.core.patch.Patch;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A verdict in the making. Not thread-safe. */
final class Draft {

  private final Node node;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Evidence> background = new ArrayList<>();
  private final List<Patch.Change> changes = new ArrayList<>();
  private final Set<String> losses = new LinkedHashSet<>();
  private final Set<Advice> advice = new LinkedHashSet<>();
  private final Set<String> assumptions = new LinkedHashSet<>();
  private final Set<String> needs = new LinkedHashSet<>();

  Draft(Node node) {
    this.node = node;
  }

  Draft evidence(@Nullable Location place, String text) {
    Evidence more = new Evidence(text, place);
    if (!evidence.contains(more)) {
      evidence.add(more);
    }
    return this;
  }

  /** Adds what explains more than it decides; it comes last. */
  Draft background(@Nullable Location place, String text) {
    background.add(new Evidence(text, place));
    return this;
  }

  Draft change(List<Patch.Change> more) {
    changes.addAll(more);
    return this;
  }

  Draft loses(String text) {
    losses.add(text);
    return this;
  }

  Draft advise(Advice more) {
    advice.add(more);
    return this;
  }

  Draft assume(String text) {
    assumptions.add(text);
    return this;
  }

  Draft need(String text) {
    needs.add(text);
    return this;
  }

  Verdict end(Outcome outcome, Contents contents, String reason) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(background);
    return new Verdict(
        node,
        outcome,
        contents,
        reason,
        all,
        changes,
        List.copyOf(losses),
        List.copyOf(advice),
        List.copyOf(assumptions),
        List.copyOf(needs));
  }
}
