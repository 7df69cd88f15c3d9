package io.patronilint.core.preview;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.MemberList;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is odd about the inputs themselves. */
final class Notes {

  private final List<String> notes = new ArrayList<>();
  private final @Nullable MemberList members;

  Notes(Node node) {
    this.members = members(node);
    node.controlData().ifPresent(this::control);
    node.output(FileKind.WAL_LIST)
        .filter(f -> f.text().text().isBlank())
        .ifPresent(
            f ->
                notes.add(
                    f.path()
                        + " is empty, which pg_wal never is: it is not used. Make it with `ls -1p"
                        + " pg_wal > pg_wal.txt` in the data directory."));
  }

  private @Nullable MemberList members(Node node) {
    Optional<SourceFile> file = node.output(FileKind.MEMBER_LIST);
    if (file.isEmpty()) {
      return null;
    }
    Optional<MemberList> list = node.memberList();
    if (list.isEmpty()) {
      notes.add(
          file.get().path()
              + " does not look like the output of `patronictl list`; it is not used.");
      return null;
    }
    String scope = node.local().at("scope").flatMap(ConfigNode::text).orElse("");
    String cluster = list.get().cluster();
    if (!cluster.isEmpty() && !scope.isEmpty() && !scope.startsWith(cluster)) {
      notes.add(
          file.get().path()
              + " is about the cluster "
              + cluster
              + ", not "
              + scope
              + "; it is not used.");
      return null;
    }
    return list.get();
  }

  private void control(ControlData control) {
    if (control.state().isEmpty()) {
      notes.add(
          control.file().path()
              + " has no line \"Database cluster state\": it is cut off or not in English. Make it"
              + " with `LANG=C pg_controldata PGDATA`.");
    }
  }

  /** Returns the member list, if it is about this cluster. */
  @Nullable MemberList members() {
    return members;
  }

  /** Adds the notes, and gives the verdict back the node as it was given. */
  Verdict addTo(Verdict verdict, Node node) {
    List<String> assumptions = new ArrayList<>(notes);
    assumptions.addAll(verdict.assumptions());
    return new Verdict(
        node,
        verdict.outcome(),
        verdict.contents(),
        verdict.reason(),
        verdict.evidence(),
        verdict.changes(),
        verdict.losses(),
        verdict.advice(),
        assumptions,
        verdict.needs());
  }
}
