package io.patronilint.core.preview;

import io.patronilint.core.patch.Patch;
import io.patronilint.core.workspace.Node;
import java.util.List;

/**
 * What happens if Patroni starts on a node now.
 *
 * @param node the node
 * @param outcome what becomes of it
 * @param contents what a client finds
 * @param reason the decisive reason, in whole sentences
 * @param evidence what the verdict rests on, most decisive first
 * @param changes what Patroni does to postgresql.auto.conf, to the recovery part of postgresql.conf
 *     and to the signal files
 * @param losses what gets lost, one sentence each
 * @param advice what to do, best first
 * @param assumptions what was taken for granted because no file says it, one sentence each
 * @param needs what would make the verdict certain, one sentence each; empty if it is
 */
public record Verdict(
    Node node,
    Outcome outcome,
    Contents contents,
    String reason,
    List<Evidence> evidence,
    List<Patch.Change> changes,
    List<String> losses,
    List<Advice> advice,
    List<String> assumptions,
    List<String> needs) {

  /** Copies the lists. */
  public Verdict {
    evidence = List.copyOf(evidence);
    changes = List.copyOf(changes);
    losses = List.copyOf(losses);
    advice = List.copyOf(advice);
    assumptions = List.copyOf(assumptions);
    needs = List.copyOf(needs);
  }

  /** Tells whether the node serves all the data that was asked for. */
  public boolean fine() {
    boolean runs = outcome == Outcome.PRIMARY || outcome == Outcome.REPLICA;
    return runs && contents == Contents.COMPLETE;
  }
}
