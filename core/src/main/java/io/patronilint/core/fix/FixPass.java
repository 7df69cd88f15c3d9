package io.patronilint.core.fix;

import io.patronilint.core.fix.FixOutcome.Applied;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One round of fixes, all made for the same state of the files. */
final class FixPass {

  private final Workspace before;
  private final Workspace after;
  private final List<Applied> applied = new ArrayList<>();
  private boolean someWait;

  private FixPass(Workspace before, List<Applied> wanted, int most) {
    EditBatch batch = new EditBatch();
    for (Applied choice : wanted) {
      if (applied.size() < most && batch.accept(choice.fix())) {
        applied.add(choice);
      } else {
        someWait = true;
      }
    }
    this.before = before;
    this.after = before.apply(batch.edits());
  }

  /**
   * Applies as many of the fixes as go together; the first one alone if together they break a file.
   *
   * @throws FixFailedException if even the first one alone breaks a file
   */
  static FixPass over(Workspace workspace, List<Applied> wanted) {
    FixPass pass = new FixPass(workspace, wanted, Integer.MAX_VALUE);
    if (pass.broken().isEmpty()) {
      return pass;
    }
    FixPass single = new FixPass(workspace, wanted, 1);
    if (single.broken().isEmpty()) {
      return single;
    }
    throw new FixFailedException(
        "Fixes would leave "
            + String.join(", ", single.broken())
            + " unreadable: "
            + Fixer.rules(single.applied)
            + ".");
  }

  /** Returns the files with the fixes in them. */
  Workspace after() {
    return after;
  }

  List<Applied> applied() {
    return applied;
  }

  /** Tells whether a fix has to wait for the next pass. */
  boolean someWait() {
    return someWait;
  }

  boolean changesAnything() {
    Map<String, SourceFile> old = byPath(before);
    return old.size() != after.files().size()
        || after.files().stream().anyMatch(f -> Soundness.isChanged(old.get(f.path()), f));
  }

  /** Returns the paths of files that are not as well readable as they were. */
  private Set<String> broken() {
    Set<String> broken = new TreeSet<>();
    Map<String, SourceFile> old = byPath(before);
    for (SourceFile file : after.files()) {
      if (!Soundness.isKept(old.get(file.path()), file)) {
        broken.add(file.path());
      }
    }
    return broken;
  }

  private static Map<String, SourceFile> byPath(Workspace workspace) {
    Map<String, SourceFile> files = new HashMap<>();
    workspace.files().forEach(f -> files.put(f.path(), f));
    return files;
  }
}
