package io.patronilint.core.patch;

import io.patronilint.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A patch as text.
 *
 * @param text the unified diff with git's headers; empty if there is nothing to show
 * @param withheld paths of changed files that are left out, because a line that changes, or one
 *     that would have to be shown beside it, holds a secret
 * @param zeroContext paths of files for which {@code git apply} needs {@code --unidiff-zero},
 *     because the line behind a change holds a secret and is not shown; patch needs no option
 */
public record UnifiedDiff(String text, List<String> withheld, List<String> zeroContext) {

  /** Copies the lists. */
  public UnifiedDiff {
    withheld = List.copyOf(withheld);
    zeroContext = List.copyOf(zeroContext);
  }

  static UnifiedDiff of(List<Patch.Change> changes, Secrets secrets) {
    StringBuilder text = new StringBuilder();
    List<String> withheld = new ArrayList<>();
    List<String> zeroContext = new ArrayList<>();
    for (Patch.Change change : changes) {
      if (Objects.equals(change.before(), change.after())) {
        continue;
      }
      FileDiff diff = FileDiff.of(change, secrets);
      if (diff == null) {
        withheld.add(change.path());
        continue;
      }
      diff.print(text);
      if (diff.zeroContext()) {
        zeroContext.add(change.path());
      }
    }
    return new UnifiedDiff(text.toString(), withheld, zeroContext);
  }

  /** Returns the diff of {@code change} to look at: secrets are masked, nothing is left out. */
  public static String masked(Patch.Change change, Secrets secrets) {
    FileDiff diff = FileDiff.masked(change, secrets);
    StringBuilder text = new StringBuilder();
    if (diff != null) {
      diff.print(text);
    }
    return text.toString();
  }

  /** Returns what a person has to know to use the diff, one sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String path : withheld) {
      notes.add(
          path
              + " also changes, but the change cannot be shown without showing a secret; it is"
              + " made when the fix is written instead of printed.");
    }
    for (String path : zeroContext) {
      notes.add(
          "The line behind a change in "
              + path
              + " holds a secret and is not shown: apply the patch with \"git apply"
              + " --unidiff-zero\" or \"patch -p1\".");
    }
    return notes;
  }
}
