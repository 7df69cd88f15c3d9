package io.patronilint.core.preview;

import io.patronilint.core.Target;
import io.patronilint.core.Version;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what happens if Patroni starts on a node now.
 *
 * <p>It follows {@code Patroni.__init__} and {@code Ha._run_cycle} of the versions 2.0 to 4.1. What
 * the files leave open is tried both ways; where that makes a difference the verdict is {@link
 * Outcome#UNKNOWN}, and says what would decide it.
 */
public final class Preview {

  /** One version for each behaviour that differs, the current one first. */
  private static final List<Version> VERSIONS =
      List.of(Version.of(4, 1, 4), Version.of(3, 2), Version.of(2, 0, 2));

  private final Node node;
  private final Instant now;
  private final Notes notes;

  private Preview(Node node, Instant now) {
    this.node = node;
    this.now = now;
    this.notes = new Notes(node);
  }

  /**
   * Works the verdict out.
   *
   * @param now the time, with which recovery targets are compared
   */
  public static Verdict of(Node node, Instant now) {
    return new Preview(node, now).verdict();
  }

  private Verdict verdict() {
    Optional<Verdict> failed = Refusal.of(node);
    if (failed.isPresent()) {
      return failed.get();
    }
    List<Merge.Case> cases = new ArrayList<>();
    for (Version version : versions()) {
      for (DcsState dcs : states()) {
        Target target = new Target(version, node.target().postgresql());
        Node assumed = node.withDcs(dcs).withTarget(target);
        Situation situation = Situation.of(assumed, version, now, notes.members());
        cases.add(new Merge.Case(version, dcs, one(situation)));
      }
    }
    return notes.addTo(Merge.of(cases), node);
  }

  private static Verdict one(Situation situation) {
    Optional<Verdict> refused = Refusal.of(situation);
    return refused.orElseGet(
        () ->
            situation.disk().empty()
                ? new EmptyDirectory(situation).start()
                : new ExistingDirectory(situation).start());
  }

  private List<Version> versions() {
    Version version = node.target().patroni();
    return version == null ? VERSIONS : List.of(version);
  }

  /** {@code patronictl list} shows whether the DCS knows the cluster. */
  private List<DcsState> states() {
    if (node.dcs() != DcsState.UNKNOWN) {
      return List.of(node.dcs());
    }
    MemberList list = notes.members();
    if (list != null && (list.systemIdentifier().isPresent() || !list.members().isEmpty())) {
      return List.of(DcsState.KEPT);
    }
    if (list != null && list.uninitialised()) {
      return List.of(DcsState.WIPED);
    }
    return List.of(DcsState.KEPT, DcsState.WIPED);
  }
}
