package io.patronilint.core.edit;

import io.patronilint.core.finding.FileEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an editing operation: text edits, or the reason why it cannot be done safely.
 *
 * @param edits the edits, in the order of their places; they do not overlap
 * @param refusal why nothing is edited, one sentence; null if the edits may be made
 */
public record EditResult(List<FileEdit.Replace> edits, @Nullable String refusal) {

  /** Copies the list. */
  public EditResult {
    edits = List.copyOf(edits);
  }

  /** Returns a result with edits. */
  public static EditResult of(List<FileEdit.Replace> edits) {
    return new EditResult(edits, null);
  }

  /** Returns a refusal. */
  public static EditResult refused(String reason) {
    return new EditResult(List.of(), reason);
  }

  /** Tells whether the edits may be made. */
  public boolean possible() {
    return refusal == null;
  }
}
