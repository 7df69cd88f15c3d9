package io.patronilint.core.edit;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.workspace.SourceFile;

/** Changes files in the syntax of postgresql.conf and leaves everything else as it is. */
public final class ConfEditor {

  private ConfEditor() {}

  /** Sets {@code name}: changes its last assignment, or adds one at the end. */
  public static EditResult set(SourceFile file, String name, String value) {
    return EditResult.refused("not implemented");
  }

  /** Removes {@code entry} with its whole line. */
  public static EditResult remove(SourceFile file, ConfEntry entry) {
    return EditResult.refused("not implemented");
  }

  /** Gives {@code entry} another name. */
  public static EditResult rename(SourceFile file, ConfEntry entry, String name) {
    return EditResult.refused("not implemented");
  }
}
