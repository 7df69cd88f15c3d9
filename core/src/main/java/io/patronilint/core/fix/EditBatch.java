package io.patronilint.core.fix;

import io.patronilint.core.edit.TextEdits;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects the edits of fixes that can be made together. A fix that touches a place that another
 * one changes has to wait, for it was made for the text as it is.
 */
final class EditBatch {

  private final Map<String, TreeMap<Integer, List<FileEdit.Replace>>> replaced = new HashMap<>();
  private final Map<String, FileEdit> whole = new HashMap<>();
  private final Removals removals = new Removals();
  private final Set<FileEdit> edits = new HashSet<>();
  private final List<FileEdit> list = new ArrayList<>();

  /** Returns the edits in the order in which they were accepted. */
  List<FileEdit> edits() {
    return list;
  }

  /** Takes the edits of {@code fix} if they go with those already there; tells whether it did. */
  boolean accept(Fix fix) {
    List<FileEdit> fresh = new ArrayList<>(fix.edits());
    fresh.removeIf(edits::contains);
    for (FileEdit edit : fresh) {
      if (conflicts(edit)) {
        return false;
      }
    }
    if (overlapping(fresh) || !removals.accept(fresh)) {
      return false;
    }
    fresh.forEach(this::add);
    return true;
  }

  private boolean conflicts(FileEdit edit) {
    if (whole.containsKey(edit.path())) {
      return true;
    }
    if (!(edit instanceof FileEdit.Replace replace)) {
      return replaced.containsKey(edit.path());
    }
    TreeMap<Integer, List<FileEdit.Replace>> others = replaced.get(edit.path());
    if (others == null) {
      return false;
    }
    // Accepted edits lie apart, so that only the last one that starts before the end can touch.
    Map.Entry<Integer, List<FileEdit.Replace>> near = others.floorEntry(replace.span().end());
    return near != null
        && near.getValue().stream().anyMatch(other -> TextEdits.touch(other, replace));
  }

  private static boolean overlapping(List<FileEdit> fresh) {
    Map<String, List<FileEdit.Replace>> byPath = new HashMap<>();
    for (FileEdit edit : fresh) {
      if (edit instanceof FileEdit.Replace replace) {
        byPath.computeIfAbsent(edit.path(), p -> new ArrayList<>()).add(replace);
      }
    }
    return byPath.values().stream().anyMatch(TextEdits::overlap);
  }

  private void add(FileEdit edit) {
    edits.add(edit);
    list.add(edit);
    if (edit instanceof FileEdit.Replace replace) {
      replaced
          .computeIfAbsent(edit.path(), p -> new TreeMap<>())
          .computeIfAbsent(replace.span().start(), s -> new ArrayList<>())
          .add(replace);
    } else {
      whole.put(edit.path(), edit);
    }
  }
}
